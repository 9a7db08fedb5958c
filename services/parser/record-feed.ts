import type { Feeds } from '@rafid/catalog'
import type { parseFeed, PayloadOf } from '@rafid/contracts'
import type { FeedEntry, ParsedFeed } from '@rafid/feeds'
import { afterPoll, failureKind, newPollingState } from '@rafid/polling'
import type { Poll, PollLimits } from '@rafid/polling'

export type RecordFeedDeps = {
  readonly feeds: Pick<Feeds, 'pollState' | 'record'>
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
  { feeds, limits, random, log, metrics }: RecordFeedDeps,
  payload: PayloadOf<typeof parseFeed>,
  read: ReadFeed,
): Promise<void> {
  const { feedId } = payload
  const polled = await feeds.pollState(feedId)
  if (!polled) return
  const poll = { ...pollOf(payload, read), ownIntervalMs: polled.ownIntervalMs }
  const before = polled.polling ?? newPollingState(polled.legacy)
  const { state, verdict } = afterPoll(before, poll, { random: random(), limits })
  const { gone, adopt, silence } = verdict
  const told =
    'feed' in read ? whatWasRead(payload, read) : { outcome: 'failed', errorCode: read.errorCode, entriesNew: 0 }
  await feeds.record(feedId, { at: poll.at, polling: state, gone, adopt, ...told })
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

function pollOf({ fetchedAt, askedMs, movedTo = null, full, lied }: PayloadOf<typeof parseFeed>, read: ReadFeed): Poll {
  const at = new Date(fetchedAt)
  if (!('feed' in read)) return { at, result: { kind: 'failed', failure: failureKind(read.errorCode, true) } }
  const { feed, fresh } = read
  const document = { hints: feed.hints, shown: feed.entries.length, fresh: fresh.map((entry) => entry.publishedAt) }
  return { at, result: { kind: 'read', document }, freshMs: askedMs, movedTo, full: full ?? false, lied: lied ?? false }
}

function whatWasRead({ etag, lastModified, document }: PayloadOf<typeof parseFeed>, { feed, fresh }: Read) {
  return {
    outcome: fresh.length > 0 ? 'new-entries' : 'nothing-new',
    errorCode: null,
    entriesNew: fresh.length,
    // Only what was read well is remembered: a broken body must not be answered with "not modified" next time.
    etag,
    lastModified,
    bodyKey: document.key,
    ...(feed.title && { title: feed.title }),
    ...(feed.siteUrl && { siteUrl: feed.siteUrl }),
  }
}
