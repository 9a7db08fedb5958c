import { randomBytes } from 'node:crypto'
import type { Subscriptions } from '@rafid/catalog'
import type { parseFeed, PayloadOf } from '@rafid/contracts'
import type { ParsedFeed } from '@rafid/feeds'
import { afterMiss, offered } from '@rafid/websub'

const secretBytes = 20

/**
 * What a poll means for the subscription of a feed: a hub that the feed names is to be asked, headers before the feed
 * itself (W3C WebSub, section 4); one that has not delivered what the poll found is not relied upon for a while.
 */
export async function followHub(
  subscriptions: Pick<Subscriptions, 'update'>,
  { feedId, hub: hubInHeader, self, url }: PayloadOf<typeof parseFeed>,
  { feed, pushMissed }: { feed: Pick<ParsedFeed, 'hints'>; pushMissed: boolean },
): Promise<void> {
  const now = new Date()
  if (pushMissed) await subscriptions.update(feedId, (before) => before && afterMiss(before, now))
  const hub = hubInHeader ?? feed.hints.hubs[0]
  if (hub === undefined) return
  const topic = self ?? feed.hints.selfUrl ?? url
  const secret = randomBytes(secretBytes).toString('hex')
  await subscriptions.update(feedId, (before) => offered(before, { hub, topic }, secret, now))
}
