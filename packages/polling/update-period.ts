import { expectedEntries } from './rhythm.ts'
import type { PollingState } from './polling-state.ts'

/** A feed that has been watched for so long, with so many entries, is known better than it knows itself. */
const knownHours = 6
const knownEntries = 8
/** Entries in one period that prove it wrong. */
const refuting = 2

/**
 * How long a feed's update period asks us to wait. Publishing software writes «hourly» into every feed whether it is
 * true or not: a period counts until the feed has been seen to keep a quicker pace. Source: RSS 1.0 Syndication module.
 *
 * @returns milliseconds to the next update after now, or null when there is no period, or it has proved wrong
 */
export function updatePeriodMs({ hints, rhythm }: PollingState, nowMs: number): number | null {
  const { updateEveryMs, updateBaseMs } = hints
  if (updateEveryMs === null || updateEveryMs <= 0) return null
  const isKnown = rhythm.hours >= knownHours && rhythm.entries >= knownEntries
  if (isKnown && expectedEntries(rhythm, nowMs, nowMs + updateEveryMs) >= refuting) return null
  if (updateBaseMs === null) return updateEveryMs
  const since = (((nowMs - updateBaseMs) % updateEveryMs) + updateEveryMs) % updateEveryMs
  return updateEveryMs - since
}
