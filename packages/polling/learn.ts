import type { Poll, ReadDocument } from './after-poll.ts'
import type { PollingState } from './polling-state.ts'
import { withSighting } from './rhythm.ts'
import { longestGapAfter } from './silence.ts'

/** The first document tells of so much of the past at most. */
const pastMaxMs = 28 * 24 * 3_600_000
/** A poll that came later than this after its time teaches nothing of the rhythm. */
const lateMinMs = 10 * 60_000
/** The same for longer waits, as a part of the wait. */
const latePart = 0.5

/** What a poll with an answer teaches of a feed: its rhythm, and when it was last seen to bring something. */
export function learn(before: PollingState, poll: Poll): PollingState {
  const atMs = poll.at.getTime()
  const document = poll.result.kind === 'read' ? poll.result.document : null
  const fullAtMs = poll.full === true ? atMs : (before.fullAtMs ?? atMs)
  // A document may differ by the date of its making alone; news under old validators is a lie.
  const hasLied = poll.lied === true && (document?.fresh.length ?? 0) > 0
  const state = { ...before, readAtMs: atMs, fullAtMs, distrusted: before.distrusted || hasLied }
  const fromMs = before.readAtMs ?? beginningOf(document, atMs)
  const entryMs = timesOf(document?.fresh ?? [], { fromMs, toMs: atMs, isFirst: before.readAtMs === null })
  const rhythm =
    poll.pushed !== true && wasLate(before, atMs)
      ? before.rhythm
      : rounded(withSighting(before.rhythm, { fromMs, toMs: atMs, entryMs }))
  const last = Math.max(...entryMs, before.lastNewAtMs ?? 0)
  if (entryMs.length === 0) return { ...state, rhythm, lastNewAtMs: before.lastNewAtMs ?? atMs }
  return { ...state, rhythm, longestGap: round(longestGapAfter(before, Math.min(...entryMs))), lastNewAtMs: last }
}

function wasLate({ readAtMs, next }: PollingState, atMs: number): boolean {
  if (readAtMs === null || next.atMs === 0) return false
  return atMs - next.atMs > Math.max(lateMinMs, (next.atMs - readAtMs) * latePart)
}

/** The past that the first document tells of begins with its oldest entry. */
function beginningOf(document: ReadDocument | null, atMs: number): number {
  const times = (document?.fresh ?? []).flatMap((time) => (time === null ? [] : [time.getTime()]))
  return Math.max(Math.min(atMs, ...times), atMs - pastMaxMs)
}

/** When entries appeared: as the publisher says where that can be, else at some time since the last look. */
function timesOf(
  fresh: readonly (Date | null)[],
  { fromMs, toMs, isFirst }: { fromMs: number; toMs: number; isFirst: boolean },
): number[] {
  return fresh.flatMap((time, index) => {
    const ms = time?.getTime() ?? Number.NaN
    if (ms >= fromMs && ms <= toMs) return [ms]
    // The first document shows old entries: one without a usable time says nothing of the rhythm.
    return isFirst ? [] : [fromMs + ((index + 0.5) * (toMs - fromMs)) / fresh.length]
  })
}

function rounded(rhythm: PollingState['rhythm']): PollingState['rhythm'] {
  return {
    entries: round(rhythm.entries),
    hours: round(rhythm.hours),
    byHour: rhythm.byHour.map(round),
    byDay: rhythm.byDay.map(round),
    byTwelfth: rhythm.byTwelfth.map(round),
    found: round(rhythm.found),
    expected: round(rhythm.expected),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
