import { newRhythm } from './rhythm.ts'
import type { Rhythm } from './rhythm.ts'

/** What is remembered of a feed between two polls, for the next one to be chosen. Bounded: about a kilobyte. */
export type PollingState = {
  readonly rhythm: Rhythm
  /** When the feed was last looked at with success; null before the first time. */
  readonly readAtMs: number | null
  /** When the newest entry that we know of appeared. */
  readonly lastNewAtMs: number | null
  /** When the whole document was last asked for without validators. */
  readonly fullAtMs: number | null
  readonly errors: { readonly inARow: number; readonly weight: number; readonly sinceMs: number | null }
  /** What the last document that was read asked for: a 304 brings none. Hours and days are sets of bits. */
  readonly hints: {
    readonly ttlMs: number | null
    readonly updateEveryMs: number | null
    readonly updateBaseMs: number | null
    readonly skipHours: number
    readonly skipDays: number
  }
  /** Where permanent redirects have led in the last polls. */
  readonly move: {
    readonly url: string
    readonly sinceMs: number
    readonly polls: number
    readonly overlaps: number
  } | null
  /** The publisher has answered «not modified» although there was news: validators are not shown any more. */
  readonly distrusted: boolean
  /** The most entries that the feed was usually expected to bring while it brought none. */
  readonly longestGap: number
  readonly silentSinceMs: number | null
  /** The rule is a `PollRule`, of this release or another one. */
  readonly next: { readonly atMs: number; readonly rule: string; readonly wishes: Readonly<Record<string, number>> }
}

/**
 * The state of a feed that has never been polled by this rule.
 *
 * @param legacy.intervalMs the interval that an earlier release had come to, taken as a first guess of its rhythm
 * @param legacy.errorsInARow failures that an earlier release had counted
 */
export function newPollingState(legacy: { intervalMs: number | null; errorsInARow: number }): PollingState {
  const { intervalMs, errorsInARow } = legacy
  const rhythm = newRhythm()
  return {
    rhythm: intervalMs === null ? rhythm : { ...rhythm, entries: guessEntries, hours: guessHours(intervalMs) },
    readAtMs: null,
    lastNewAtMs: null,
    fullAtMs: null,
    errors: { inARow: errorsInARow, weight: errorsInARow / 2, sinceMs: null },
    hints: { ttlMs: null, updateEveryMs: null, updateBaseMs: null, skipHours: 0, skipDays: 0 },
    move: null,
    distrusted: false,
    longestGap: 0,
    silentSinceMs: null,
    next: { atMs: 0, rule: 'new', wishes: {} },
  }
}

const guessEntries = 1

/** The old rule came to about one entry an interval. */
function guessHours(intervalMs: number): number {
  return Math.max(0.1, (guessEntries * intervalMs) / 3_600_000)
}
