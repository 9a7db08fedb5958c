import { liveliness, usualRate } from './rhythm.ts'
import type { Rhythm } from './rhythm.ts'

/** A feed is polled when so many entries are expected to have appeared… */
const entriesDue = 1.2
/** …or when those that are expected have been waiting for so long in all, in minutes. */
const waitingDueMinutes = 12
/** What is special about now has faded to 37 % after so long. */
const livelyFadesMs = 5 * 3_600_000

const minuteMs = 60_000
/** The wait is looked for in steps: so many at most. */
const stepsMax = 360

/**
 * How long to wait after a poll by the feed's own rhythm: the smallest `T` with
 *
 *     E(T) ≥ 1.2   or   ∫₀ᵀ E(t) dt ≥ 12 minutes
 *
 * where `E(t)` is the number of entries expected in the first `t` of the wait: usual rate × hour of the day × day of the
 * week × twelfth of the hour × how lively the last polls found the feed. The second condition is the one that minimises
 * the mean delay of all entries for a given number of polls (`T = √(2·12/rate)` where the rate is constant), the first
 * keeps lively feeds prompt.
 *
 * @param limits.maxMs no longer wait is looked for
 * @returns milliseconds from `nowMs`, at most `maxMs`
 */
export function dueByRhythm(rhythm: Rhythm, nowMs: number, { minMs, maxMs }: { minMs: number; maxMs: number }): number {
  const stepMs = Math.max(minMs / 5, maxMs / stepsMax)
  const lively = liveliness(rhythm)
  const rateAt = usualRate(rhythm)
  let entries = 0
  let waitingMinutes = 0
  for (let waitMs = stepMs; waitMs < maxMs; waitMs += stepMs) {
    const fade = Math.exp(-waitMs / livelyFadesMs)
    const rate = rateAt(nowMs + waitMs - stepMs / 2) * (1 + (lively - 1) * fade)
    entries += (rate * stepMs) / (60 * minuteMs)
    waitingMinutes += (entries * stepMs) / minuteMs
    if (entries >= entriesDue || waitingMinutes >= waitingDueMinutes) return waitMs
  }
  return maxMs
}
