/** How the last poll of a host went. */
export type HostResult = { readonly failed: boolean; readonly atMs: number }

/** So many hosts are looked at, those polled last. */
export const fleetHostsMax = 20
/** What was longer ago says nothing of now. */
const windowMs = 5 * 60_000
/** Fewer hosts can fail together by chance. */
const hostsMin = 5
const failedShareMin = 0.8
/** The network is well again when so many of the newest answers have come. */
const newest = 6
const newestWellMin = 3

/**
 * Whether failures are those of feeds or of our own network. It is the network when most polls of many hosts that had
 * worked fail within minutes; it is over when answers come back.
 *
 * @param results of distinct hosts, the newest first; failures of hosts that had failed before are left out
 * @param outSinceMs since when the network has been to blame, null when it was not
 * @returns since when it is to blame, null when it is not
 */
export function judgeFleet(results: readonly HostResult[], outSinceMs: number | null, nowMs: number): number | null {
  const recent = results.filter(({ atMs }) => nowMs - atMs <= windowMs)
  if (outSinceMs !== null) {
    const well = recent.slice(0, newest).filter(({ failed }) => !failed).length
    return well >= newestWellMin ? null : outSinceMs
  }
  const failed = recent.filter((result) => result.failed)
  if (failed.length < Math.max(hostsMin, recent.length * failedShareMin)) return null
  return Math.min(...failed.map(({ atMs }) => atMs))
}
