import { expectedEntries } from './rhythm.ts'
import type { PollingState } from './polling-state.ts'

/** A feed has fallen silent when so many entries were expected and none came… */
const expectedMin = 12
/** …and twice as many as in its longest silence of late. */
const longerThanUsual = 2
/** Before a feed is known so well, nothing is said of its silence. */
const knownHours = 72
const knownEntries = 20
/** A long silence is forgotten to 37 % after so long. */
const gapMemoryMs = 7 * 24 * 3_600_000

/** How many entries a feed was expected to bring since its last one. */
export function missedEntries({ rhythm, lastNewAtMs }: PollingState, nowMs: number): number {
  return lastNewAtMs === null ? 0 : expectedEntries(rhythm, lastNewAtMs, nowMs)
}

/** Whether a feed that answers has been silent for longer than its rhythm explains. */
export function isSilent(state: PollingState, nowMs: number): boolean {
  const { rhythm, longestGap } = state
  if (rhythm.hours < knownHours || rhythm.entries < knownEntries) return false
  return missedEntries(state, nowMs) >= Math.max(expectedMin, longestGap * longerThanUsual)
}

/** The longest silence of late, in entries that were expected, now that another silence has ended. */
export function longestGapAfter(state: PollingState, nowMs: number): number {
  const ageMs = state.lastNewAtMs === null ? 0 : nowMs - state.lastNewAtMs
  return Math.max(state.longestGap * Math.exp(-ageMs / gapMemoryMs), missedEntries(state, nowMs))
}
