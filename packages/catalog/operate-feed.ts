import { AuditLog } from '@rafid/pipeline'
import type { AuditEntry, QueueHome } from '@rafid/pipeline'
import type { FeedOrder, Feeds } from './feeds.ts'
import { RemovedFeeds } from './removed-feeds.ts'
import type { Restored } from './removed-feeds.ts'

export type OperateFeedDeps = { readonly home: QueueHome; readonly feeds: Feeds }

/** Which feed, and where it was asked for. */
export type FeedTask = { readonly id: string; readonly by: AuditEntry['by'] }

/** Adds a feed, due at once, and writes that down; one that is there already stays as it is. */
export async function enterFeed(
  { home, feeds }: OperateFeedDeps,
  wanted: { readonly url: string; readonly title: string | null; readonly siteUrl: string | null },
  by: AuditEntry['by'],
): Promise<{ id: string; added: boolean }> {
  const { id, added } = await feeds.add(wanted)
  if (added) await note(home, { by, action: 'feed.add', id })
  return { id, added }
}

/**
 * Has something done to a feed, and writes that down.
 *
 * @returns whether there is such a feed
 */
export async function operateFeed(
  { home, feeds }: OperateFeedDeps,
  { id, order, by }: FeedTask & { readonly order: FeedOrder },
): Promise<boolean> {
  const isThere = await feeds.order(id, order)
  if (isThere) await note(home, { by, action: `feed.${order}`, id })
  return isThere
}

/** The same for an interval of its own, in milliseconds; null takes it away. */
export async function setFeedInterval(
  { home, feeds }: OperateFeedDeps,
  { id, intervalMs, by }: FeedTask & { readonly intervalMs: number | null },
): Promise<boolean> {
  const isThere = await feeds.setInterval(id, intervalMs)
  if (isThere) await note(home, { by, action: 'feed.interval', id })
  return isThere
}

/** Removes a feed; it can be brought back for a week. */
export async function removeFeed(home: QueueHome, { id, by }: FeedTask): Promise<boolean> {
  const isThere = await new RemovedFeeds(home).remove(id)
  if (isThere) await note(home, { by, action: 'feed.remove', id })
  return isThere
}

/** Brings a removed feed back as it was. */
export async function restoreFeed(home: QueueHome, { id, by }: FeedTask): Promise<Restored> {
  const outcome = await new RemovedFeeds(home).restore(id)
  if (outcome === 'restored') await note(home, { by, action: 'feed.restore', id })
  return outcome
}

async function note(home: QueueHome, { by, action, id }: FeedTask & { readonly action: string }): Promise<void> {
  await new AuditLog(home).add({ by, action, about: id, count: 1 })
}
