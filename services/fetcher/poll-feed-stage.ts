import { inTurn } from '@rafid/catalog'
import type { Feeds, PolledFeed, Politeness } from '@rafid/catalog'
import { parseFeed, pollFeed } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { CodedError, codeOf, Deferred, PermanentError } from '@rafid/errors'
import { usable } from '@rafid/http'
import type { HttpClient, HttpResponse } from '@rafid/http'
import { defineStage, job } from '@rafid/pipeline'
import { asksConditionally, failureKind, freshMs, permanentTarget } from '@rafid/polling'
import type { FailureKind } from '@rafid/polling'
import { admitUrl, hostKey } from '@rafid/urls'
import { hubLinks } from '@rafid/websub'
import { recordPoll, stateOf } from './record-poll.ts'
import type { RecordPollDeps } from './record-poll.ts'
import { watchFleet } from './watch-fleet.ts'
import type { WatchFleetDeps } from './watch-fleet.ts'

export type PollFeedDeps = RecordPollDeps &
  WatchFleetDeps & {
    readonly feeds: Feeds
    readonly http: HttpClient
    readonly documents: FileDocuments
    readonly politeness: Politeness
    readonly hostGapMs: number
  }

type Polled = { readonly feedId: string; readonly feed: PolledFeed; readonly full: boolean }

const statusGone = 410

const accept = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5'

/**
 * Asks a feed whether it has changed. A feed that fails is an expected result, not a dead letter: it is written down and
 * the feed is polled again, later each time.
 */
export const pollFeedStage = defineStage({
  consumes: pollFeed,
  emits: [parseFeed],
  outcomes: ['fetched', 'not-modified', 'throttled', 'failed', 'gone', 'removed'],

  async handle({ feedId }, deps: PollFeedDeps, { signal, jobKey }) {
    const feed = await deps.feeds.pollState(feedId)
    if (!feed) return { outcome: 'removed' }
    const conditional = asksConditionally(stateOf(feed), feed.now)
    const polled = { feedId, feed, full: !conditional || (feed.etag ?? feed.lastModified) === null }
    try {
      return await answered(deps, polled, await ask(deps, feed, { conditional, signal, jobKey }))
    } catch (error) {
      if (signal.aborted || codeOf(error) === 'host.busy') throw error
      return { outcome: await failed(deps, polled, error) }
    }
  },
})

/** @throws what the client and `usable` throw, but for 410, which is an answer; Deferred `host.busy` */
async function ask(
  { http, politeness, hostGapMs }: PollFeedDeps,
  { url, etag, lastModified }: PolledFeed,
  { conditional, signal, jobKey }: { conditional: boolean; signal: AbortSignal; jobKey: string },
): Promise<HttpResponse> {
  const turn = { host: hostKey(admitUrl(url)), jobKey, gapMs: hostGapMs, address: url, timeoutMs: pollFeed.timeoutMs }
  return inTurn(politeness, turn, async () => {
    const validators = conditional ? { etag, lastModified } : {}
    const response = await http.get(url, { validators, accept, signal })
    return response.status === statusGone ? response : usable(response)
  })
}

async function answered(deps: PollFeedDeps, polled: Polled, response: HttpResponse) {
  if (response.status === statusGone) {
    const poll = { result: { kind: 'gone' }, outcome: 'gone', errorCode: 'http.gone' } as const
    await recordPoll(deps, polled, poll)
    return { outcome: 'gone' as const }
  }
  const { feedId, feed, full } = polled
  const { status, body, contentType, url, etag, lastModified, redirects } = response
  await watchFleet(deps, { host: hostKey(admitUrl(feed.url)), failed: false, tells: true })
  const asked = { freshMs: freshMs(response, feed.now), movedTo: permanentTarget(redirects), full }
  const document = status === 304 ? null : await deps.documents.put(body, contentType)
  // Many publishers send the same body whatever validators we show.
  if (document === null || document.key === feed.bodyKey) {
    // The same body may have come under other validators; a 304 must not take those away that it left out.
    const validators = document === null ? {} : { etag, lastModified }
    const poll = { result: { kind: 'not-modified' }, outcome: 'not-modified', validators, ...asked } as const
    await recordPoll(deps, polled, poll)
    return { outcome: 'not-modified' as const }
  }
  // The parser may be busy for longer than a claim lasts: until it has written the poll down, the floor holds.
  await deps.feeds.postpone(feedId, new Date(feed.now.getTime() + deps.limits.minMs))
  const lied = full && feed.bodyKey !== null && isSameVersion(feed, response)
  const { freshMs: askedMs, movedTo } = asked
  const payload = { feedId, url, document, fetchedAt: feed.now.toISOString(), etag, lastModified }
  const { hub, self } = hubLinks(response.link, url)
  const push = { ...(hub !== null && { hub }), ...(self !== null && { self }) }
  return { outcome: 'fetched' as const, emit: [job(parseFeed, { ...payload, ...push, askedMs, movedTo, full, lied })] }
}

/** Whether an answer carries the validators of the one before: asked with them, its server would have said «not modified». */
function isSameVersion(feed: PolledFeed, { etag, lastModified }: HttpResponse): boolean {
  return feed.etag === null ? feed.lastModified !== null && lastModified === feed.lastModified : etag === feed.etag
}

async function failed(deps: PollFeedDeps, polled: Polled, error: unknown): Promise<'throttled' | 'failed'> {
  if (!(error instanceof CodedError)) throw error
  const { code: errorCode } = error
  if (error instanceof Deferred) {
    const result = { kind: 'throttled' } as const
    await recordPoll(deps, polled, { result, outcome: 'throttled', errorCode, retryAfterMs: error.delayMs })
    return 'throttled'
  }
  const failure = failureKind(errorCode, error instanceof PermanentError)
  const sight = sightOf(polled.feed, { errorCode, failure })
  const fleetOutSince = sight === null ? null : await watchFleet(deps, sight)
  await recordPoll(deps, polled, { result: { kind: 'failed', failure }, outcome: 'failed', errorCode, fleetOutSince })
  return 'failed'
}

/**
 * What a failure says of our own network; null for an address that nobody may fetch. A network that answers in the place
 * of others names private addresses.
 */
function sightOf(feed: PolledFeed, { errorCode, failure }: { errorCode: string; failure: FailureKind }) {
  if (errorCode.startsWith('url.')) return null
  const isOurs = failure === 'network' || failure === 'server' || errorCode.startsWith('net.')
  const hadWorked = stateOf(feed).errors.inARow === 0
  return {
    host: hostKey(admitUrl(feed.url)),
    failed: isOurs,
    tells: isOurs ? hadWorked : errorCode.startsWith('http.'),
  }
}
