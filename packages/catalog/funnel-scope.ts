import { PermanentError } from '@rafid/errors'
import { dayOf } from '@rafid/operations'
import { admitUrl } from '@rafid/urls'
import type { Feeds } from './feeds.ts'

/** Which items a funnel counts: all of a UTC day, or those of a feed or a host on that day. */
export type FunnelScope = {
  /** YYYY-MM-DD */
  readonly day: string
  readonly feed?: string | undefined
  readonly host?: string | undefined
}

/**
 * The funnel that somebody asks for: of today where no day is named; a feed is named by its id or its address.
 *
 * @throws PermanentError `feed.unknown`, `url.*`, and `request.invalid` for both a feed and a host, which are not counted
 *   together
 */
export async function funnelScope(
  { day, feed, host }: Partial<FunnelScope>,
  feeds: Pick<Feeds, 'idOf'>,
  now: Date,
): Promise<FunnelScope> {
  const onDay = { day: day ?? dayOf(now.getTime()) }
  if (feed === undefined) return { ...onDay, host: host?.toLowerCase() }
  if (host !== undefined) throw new PermanentError('request.invalid', 'Ask for a feed or for a host, not for both.')
  const id = /^f[0-9a-f]{16}$/.test(feed) ? feed : await feeds.idOf(admitUrl(feed).href)
  if (id === null) throw new PermanentError('feed.unknown', 'There is no feed of this address.')
  return { ...onDay, feed: id }
}
