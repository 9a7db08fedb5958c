/** What the last poll of a feed came to. */
export type PollResult = 'new-entries' | 'nothing-new' | 'failed'

/** What is known of a feed when its next poll is chosen. Times in milliseconds. */
export type PollHistory = {
  readonly result: PollResult
  /** The interval that led to this poll; null for the first. */
  readonly intervalMs: number | null
  readonly errorsInARow: number
  /** The longest time the publisher asked us to wait: `ttl`, `Cache-Control`, `Retry-After`. */
  readonly askedMs: number | null
}

export type PollLimits = { readonly minMs: number; readonly maxMs: number }

/** A failing feed is still tried this often, in milliseconds: it is never given up. */
const failedMaxMs = 24 * 3_600_000

/** A publisher's wish counts up to here, in milliseconds. */
const askedMaxMs = 24 * 3_600_000

/**
 * When to poll a feed next: half the interval after new entries, one and a half times it after none, doubled with each
 * error in a row; within the limits; not before the publisher wishes; with a tenth of jitter so that feeds added
 * together drift apart.
 *
 * @returns the new interval without jitter, to be remembered, and the time to wait, both in milliseconds
 */
export function nextPoll(
  history: PollHistory,
  { minMs, maxMs, random }: PollLimits & { random: number },
): { intervalMs: number; waitMs: number } {
  const intervalMs = Math.round(nextInterval(history, minMs, maxMs))
  const asked = Math.min(history.askedMs ?? 0, askedMaxMs)
  return { intervalMs, waitMs: Math.round(Math.max(intervalMs, asked) * (1 + random * 0.1)) }
}

function nextInterval(history: PollHistory, minMs: number, maxMs: number): number {
  const before = history.intervalMs ?? minMs * 2
  switch (history.result) {
    case 'new-entries':
      return clamp(before / 2, minMs, maxMs)
    case 'nothing-new':
      return clamp(before * 1.5, minMs, maxMs)
    case 'failed':
      return clamp(minMs * 2 ** Math.min(history.errorsInARow, 20), minMs, Math.max(maxMs, failedMaxMs))
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
