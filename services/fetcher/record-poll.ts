import type { Feeds, PolledFeed, Subscriptions } from '@rafid/catalog'
import { afterPoll, newPollingState } from '@rafid/polling'
import type { Poll, PollingState, PollLimits } from '@rafid/polling'
import { isLive } from '@rafid/websub'

export type RecordPollDeps = {
  readonly feeds: Pick<Feeds, 'record'>
  readonly subscriptions: Pick<Subscriptions, 'get'>
  readonly limits: PollLimits
  readonly random: () => number
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
  readonly metrics: { readonly feedSilences: { inc(): void } }
}

/** How a poll went that has brought no document. */
export type PollWithoutDocument = Omit<Poll, 'at'> & {
  readonly outcome: string
  readonly errorCode?: string | null
  /** Those for the next conditional GET, where they have changed. */
  readonly validators?: { readonly etag?: string | null; readonly lastModified?: string | null }
}

/** Writes down a poll that has brought no document, and when the next one is due. */
export async function recordPoll(
  { feeds, subscriptions, limits, random, log, metrics }: RecordPollDeps,
  { feedId, feed }: { feedId: string; feed: PolledFeed },
  { outcome, errorCode = null, validators, ...poll }: PollWithoutDocument,
): Promise<void> {
  const { now: at, url, ownIntervalMs } = feed
  const pushLives = isLive(await subscriptions.get(feedId), at)
  const seen = { at, ownIntervalMs, pushLives, ...poll }
  const { state, verdict } = afterPoll(stateOf(feed), seen, { random: random(), limits })
  const { gone, adopt, silence } = verdict
  await feeds.record(feedId, { at, outcome, errorCode, entriesNew: 0, polling: state, gone, adopt, ...validators })
  if (adopt !== null) log.info({ feedId, from: url, to: adopt }, 'feed has moved')
  if (gone) log.warn({ feedId, url }, 'feed is gone: its publisher has ended it')
  if (silence === 'began') {
    metrics.feedSilences.inc()
    log.warn({ feedId, url, lastNewAt: new Date(state.silentSinceMs ?? 0).toISOString() }, 'feed is silent')
  }
}

/** What is remembered of a feed, whichever release wrote it. */
export function stateOf({ polling, legacy }: PolledFeed): PollingState {
  return polling ?? newPollingState(legacy)
}
