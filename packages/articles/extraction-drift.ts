import { compareExtraction, type ExtractionComparison } from './extraction-change.ts'
import { emptyProfile, withPage, type ExtractionProfile, type PageReading } from './extraction-profile.ts'
import { massOf } from './mass.ts'

/** What is remembered of a site between two of its pages. Bounded: some twenty numbers. */
export type ExtractionState = {
  /** How its pages were read before the newest ones. */
  usual: ExtractionProfile
  /** How they are read since the drift began. */
  now: ExtractionProfile | null
  /** The newest pages, oldest first. */
  recent: PageReading[]
  /** Pages in a row after which the newest ones spoke against what is believed: a drift, or its end. */
  run: { pages: number; since: string } | null
  drift: ExtractionDrift | null
}

/** A change of a site's extraction that has lasted. */
export type ExtractionDrift = ExtractionComparison & { since: string }

/** What a page means for its site. */
export type DriftVerdict = 'usual' | 'began' | 'drifting' | 'as-before' | 'settled'

/** So many of the newest pages are compared with those before. */
const recentPages = 8
/** Before it knows so many pages of a site, it says nothing. */
const usualPagesMin = 20
/** A change is a drift after so many pages in a row, and its end is one too. */
const runPagesMin = 4
/** After so many pages of the new kind, they are the usual ones. */
const settledPagesMin = 100
/** Until the change is smaller than this part of what makes a drift, the site is not as before. */
const calmPart = 0.6

/**
 * Adds a page to the history of its site and tells whether pages are now read otherwise than they used to be, as after
 * a redesign that leaves nothing but menus to be found. The newest pages are compared with the weighted mean and
 * variance of those before; while they differ, they are kept apart from them. Pure.
 *
 * @param before the state after the page before, null for a site's first page
 * @param page what was read, null for a page that was refused or held no text
 * @param at when the page was fetched
 */
export function watchDrift(
  before: ExtractionState | null,
  page: { text: string; confidence: number } | null,
  at: Date,
): { state: ExtractionState; verdict: DriftVerdict } {
  const state = withReading(before ?? newState(), readingOf(page))
  return state.drift === null ? lookForDrift(state, at) : lookForEnd(state, state.drift, at)
}

function newState(): ExtractionState {
  return { usual: emptyProfile(), now: null, recent: [], run: null, drift: null }
}

function readingOf(page: { text: string; confidence: number } | null): PageReading {
  const mass = page === null ? 0 : massOf(page.text)
  return page === null || mass === 0 ? null : { length: Math.log(mass), confidence: page.confidence }
}

/** The newest page pushes the oldest of the newest ones into the profile that it belongs to. */
function withReading(state: ExtractionState, reading: PageReading): ExtractionState {
  const recent = [...state.recent, reading]
  const leaving = recent.length > recentPages ? recent.shift() : undefined
  if (leaving === undefined) return { ...state, recent }
  if (state.now !== null) return { ...state, recent, now: withPage(state.now, leaving) }
  // In doubt a page belongs to neither.
  if (state.run !== null) return { ...state, recent }
  return { ...state, recent, usual: withPage(state.usual, leaving) }
}

function lookForDrift(state: ExtractionState, at: Date): { state: ExtractionState; verdict: DriftVerdict } {
  if (state.usual.pages < usualPagesMin) return { state, verdict: 'usual' }
  const found = compareExtraction(state.usual, state.recent)
  const run = found.changes.length > 0 ? longer(state.run, at) : null
  if (run === null || run.pages < runPagesMin) return { state: { ...state, run }, verdict: 'usual' }
  const drift = { ...found, since: run.since }
  return { state: { ...state, now: emptyProfile(), run: null, drift }, verdict: 'began' }
}

function lookForEnd(
  state: ExtractionState,
  drift: ExtractionDrift,
  at: Date,
): { state: ExtractionState; verdict: DriftVerdict } {
  const found = compareExtraction(state.usual, state.recent, calmPart)
  const run = found.changes.length === 0 ? longer(state.run, at) : null
  if (run !== null && run.pages >= runPagesMin) {
    return { state: { ...state, now: null, run: null, drift: null }, verdict: 'as-before' }
  }
  const { now } = state
  if (now !== null && now.pages >= settledPagesMin && compareExtraction(now, state.recent).changes.length === 0) {
    return { state: { ...state, usual: now, now: null, run: null, drift: null }, verdict: 'settled' }
  }
  // While the first pages of the old kind come back, the drift is still what it was.
  const shown = found.changes.length === 0 ? drift : { ...found, since: drift.since }
  return { state: { ...state, run, drift: shown }, verdict: 'drifting' }
}

function longer(run: ExtractionState['run'], at: Date): { pages: number; since: string } {
  return { pages: (run?.pages ?? 0) + 1, since: run?.since ?? at.toISOString() }
}
