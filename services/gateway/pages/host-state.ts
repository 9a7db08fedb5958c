import { HostStates, RobotsFiles } from '@rafid/catalog'
import type { HostState, RobotsRecord } from '@rafid/catalog'
import type { QueueHome } from '@rafid/pipeline'

/** A host as operators look at it. */
export type WatchedHost = HostState & {
  /** What is known of its robots.txt; null where nobody has asked for it. */
  readonly robots:
    | (Pick<RobotsRecord, 'found' | 'fetchedAt' | 'freshUntil'> & {
        readonly isKnown: boolean
        readonly crawlDelayMs: number | null
      })
    | null
}

/**
 * Reads hosts: those that hold us back first, then those that fail most, then those asked last. Two round trips, however
 * many hosts there are.
 *
 * @param asked.host only this one, by its name or its name and port
 */
export async function readHosts(
  home: QueueHome,
  { limit, host }: { readonly limit: number; readonly host?: string | undefined },
): Promise<WatchedHost[]> {
  const hosts = new HostStates(home)
  const states = host === undefined ? await hosts.list(limit) : await hosts.find(host)
  const robots = await new RobotsFiles(home).ofHosts(states.map((state) => state.host))
  return states.map((state) => ({ ...state, robots: robotsOf(robots.get(state.host)) }))
}

function robotsOf(record: RobotsRecord | undefined): WatchedHost['robots'] {
  if (record === undefined) return null
  const { found, fetchedAt, freshUntil, rules } = record
  return { found, fetchedAt, freshUntil, isKnown: rules !== null, crawlDelayMs: rules?.crawlDelayMs ?? null }
}
