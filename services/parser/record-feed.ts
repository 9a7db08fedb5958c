import type { Feeds, Subscriptions } from '@rafid/catalog'
import type { parseFeed, PayloadOf } from '@rafid/contracts'
import type { FeedEntry, ParsedFeed } from '@rafid/feeds'
import { afterPoll, failureKind, newPollingState } from '@rafid/polling'
import type { Poll, PollLimits } from '@rafid/polling'
import { isLive } from '@rafid/websub'
import { followHub } from './follow-hub.ts'

export type RecordFeedDeps = {
  readonly feeds: Pick<Feeds, 'pollState' | 'record'>
  readonly subscriptions: Pick<Subscriptions, 'get' | 'update'>
  readonly limits: PollLimits
  readonly random: () => number
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
  readonly metrics: { readonly feedSilences: { inc(): void } }
}

type Read = {
  readonly feed: ParsedFeed
  /** The entries that were new. */
  readonly fresh: readonly Pick<FeedEntry, 'publishedAt'>[]
}

/** What became of a feed's document. */
export type ReadFeed =
  | Read
  /** It is no feed, as a maintenance page is none. */
  | { readonly errorCode: string }

/** Writes down a poll that has brought a document, and when the next one is due. */
export async function recordFeed(
  { feeds, subscriptions, limits, random, log, metrics }: RecordFeedDeps,
  payload: PayloadOf<typeof parseFeed>,
  read: ReadFeed,
): Promise<void> {
  const { feedId } = payload
  const polled = await feeds.pollState(feedId)
  // A delivery that is no feed says something of the hub, not of the feed.
  if (!polled || (payload.pushed === true && !('feed' in read))) return
  const pushLives = isLive(await subscriptions.get(feedId), new Date(payload.fetchedAt))
  const poll = { ...pollOf(payload, read), ownIntervalMs: polled.ownIntervalMs, pushLives }
  const before = polled.polling ?? newPollingState(polled.legacy)
  const { state, verdict } = afterPoll(before, poll, { random: random(), limits })
  const { gone, adopt, silence, pushMissed } = verdict
  const told =
    'feed' in read ? whatWasRead(payload, read) : { outcome: 'failed', errorCode: read.errorCode, entriesNew: 0 }
  await feeds.record(feedId, { at: poll.at, polling: state, gone, adopt, ...told })
  if ('feed' in read && payload.pushed !== true) await followHub(subscriptions, payload, { ...read, pushMissed })
  if (pushMissed) log.warn({ feedId, url: polled.url }, 'the hub has not delivered what a poll found')
  if (adopt !== null) log.info({ feedId, from: polled.url, to: adopt }, 'feed has moved')
  if (silence === 'began') {
    metrics.feedSilences.inc()
    log.warn(
      { feedId, url: polled.url, silentSince: new Date(state.silentSinceMs ?? 0).toISOString() },
      'feed is silent',
    )
  }
  if (silence === 'ended') log.info({ feedId, url: polled.url }, 'feed is no longer silent')
}

function pollOf({ fetchedAt, askedMs, movedTo = null, ...rest }: PayloadOf<typeof parseFeed>, read: ReadFeed): Poll {
  const at = new Date(fetchedAt)
  if (!('feed' in read)) return { at, result: { kind: 'failed', failure: failureKind(read.errorCode, true) } }
  const { feed, fresh } = read
  const document = { hints: feed.hints, shown: feed.entries.length, fresh: fresh.map((entry) => entry.publishedAt) }
  const { full = false, lied = false, pushed = false } = rest
  return { at, result: { kind: 'read', document }, freshMs: askedMs, movedTo, full, lied, pushed }
}

function whatWasRead({ pushed, etag, lastModified, document }: PayloadOf<typeof parseFeed>, { feed, fresh }: Read) {
  return {
    outcome: pushed === true ? 'pushed' : fresh.length > 0 ? 'new-entries' : 'nothing-new',
    errorCode: null,
    entriesNew: fresh.length,
    // Only what was read well is remembered: a broken body must not be answered with "not modified" next time.
    // What a hub delivers comes without validators, and may be a part of the feed.
    ...(pushed !== true && { etag, lastModified, bodyKey: document.key }),
    ...(feed.title && { title: feed.title }),
    ...(feed.siteUrl && { siteUrl: feed.siteUrl }),
  }
}
