import type { PollingState } from './polling-state.ts'
import { missedEntries } from './silence.ts'

const hourMs = 3_600_000
/** The whole document is asked for at least so often… */
const fullEveryMs = 7 * 24 * hourMs
/** …and sooner when «not modified» is hard to believe: so many entries were expected since the last one. */
const missedMin = 6
const fullSoonestMs = 6 * hourMs

/**
 * Whether a poll may show the validators of the last answer (RFC 9110, 13.1). Now and then it may not, to find out
 * publishers who answer «not modified» although there is news; to those they are not shown any more.
 */
export function asksConditionally(state: PollingState, now: Date): boolean {
  if (state.distrusted || state.fullAtMs === null) return !state.distrusted
  const sinceMs = now.getTime() - state.fullAtMs
  if (sinceMs >= fullEveryMs) return false
  return sinceMs < fullSoonestMs || missedEntries(state, now.getTime()) < missedMin
}
