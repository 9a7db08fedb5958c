import type { FleetHealth } from '@rafid/catalog'
import { judgeFleet } from '@rafid/polling'

export type WatchFleetDeps = {
  readonly fleet: Pick<FleetHealth, 'see' | 'look' | 'declare'>
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
  readonly metrics: { readonly fleetOutages: { inc(): void } }
}

/**
 * Looks at a poll together with those of all other hosts.
 *
 * @param poll.tells whether it says anything of our network: failures of feeds that had failed before do not
 * @returns since when our own network is to blame for failures, null when it is not
 */
export async function watchFleet(
  { fleet, log, metrics }: WatchFleetDeps,
  { host, failed, tells }: { host: string; failed: boolean; tells: boolean },
): Promise<Date | null> {
  const { results, outSinceMs, nowMs } = tells ? await fleet.see(host, failed) : await fleet.look()
  const since = judgeFleet(results, outSinceMs, nowMs)
  if (since !== outSinceMs) await fleet.declare(since)
  if (since !== null && outSinceMs === null) {
    metrics.fleetOutages.inc()
    log.warn({ since: new Date(since).toISOString() }, 'polls fail everywhere: our own network is to blame')
  }
  if (since === null && outSinceMs !== null) log.info({ lastedMs: nowMs - outSinceMs }, 'polls succeed again')
  return since === null ? null : new Date(since)
}
