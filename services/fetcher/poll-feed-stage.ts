import type { Feeds, Politeness, PollState } from '@rafid/catalog'
import { parseFeed, pollFeed } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { CodedError, codeOf, Deferred } from '@rafid/errors'
import { usable } from '@rafid/http'
import type { HttpClient, HttpResponse } from '@rafid/http'
import { defineStage, job } from '@rafid/pipeline'
import { maxAgeMs, nextPoll } from '@rafid/polling'
import type { PollLimits, PollResult } from '@rafid/polling'
import { admitUrl, hostKey } from '@rafid/urls'
import { inTurn } from './in-turn.ts'

export type PollFeedDeps = {
  readonly feeds: Feeds
  readonly http: HttpClient
  readonly documents: FileDocuments
  readonly politeness: Politeness
  readonly hostGapMs: number
  readonly limits: PollLimits
  readonly random: () => number
}

type Polled = { readonly feedId: string; readonly state: PollState }

const accept = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5'

/**
 * Asks a feed whether it has changed. A feed that fails is an expected result, not a dead letter: it is written down and
 * the feed is polled again, later each time.
 */
export const pollFeedStage = defineStage({
  consumes: pollFeed,
  emits: [parseFeed],
  outcomes: ['fetched', 'not-modified', 'throttled', 'failed', 'removed'],

  async handle({ feedId }, deps: PollFeedDeps, { signal, jobKey }) {
    const state = await deps.feeds.pollState(feedId)
    if (!state) return { outcome: 'removed' }
    try {
      const response = await inTurn(deps.politeness, turnOf(deps, state.url, jobKey), async () =>
        usable(await deps.http.get(state.url, { validators: state, accept, signal })),
      )
      return await changed(deps, { feedId, state }, response)
    } catch (error) {
      if (signal.aborted || codeOf(error) === 'host.busy') throw error
      return { outcome: await failed(deps, { feedId, state }, error) }
    }
  },
})

/** @throws PermanentError for an address that nobody may fetch */
function turnOf({ hostGapMs }: PollFeedDeps, url: string, jobKey: string) {
  return { host: hostKey(admitUrl(url)), jobKey, gapMs: hostGapMs, address: url, timeoutMs: pollFeed.timeoutMs }
}

async function changed(deps: PollFeedDeps, { feedId, state }: Polled, response: HttpResponse) {
  const askedMs = maxAgeMs(response.cacheControl)
  if (response.status === 304) {
    await record(deps, { feedId, state }, { outcome: 'not-modified', result: 'nothing-new', askedMs })
    return { outcome: 'not-modified' as const }
  }
  const document = await deps.documents.put(response.body, response.contentType)
  // Many publishers send the same body whatever validators we show.
  if (document.key === state.bodyKey) {
    await record(deps, { feedId, state }, { outcome: 'not-modified', result: 'nothing-new', askedMs })
    return { outcome: 'not-modified' as const }
  }
  const { url, etag, lastModified } = response
  const fetchedAt = new Date().toISOString()
  const next = job(parseFeed, { feedId, url, document, fetchedAt, etag, lastModified, askedMs })
  return { outcome: 'fetched' as const, emit: [next] }
}

async function failed(deps: PollFeedDeps, polled: Polled, error: unknown): Promise<'throttled' | 'failed'> {
  if (!(error instanceof CodedError)) throw error
  if (error instanceof Deferred) {
    const poll = { outcome: 'throttled', result: 'nothing-new' as const, askedMs: error.delayMs, errorCode: error.code }
    await record(deps, polled, poll)
    return 'throttled'
  }
  await record(deps, polled, { outcome: 'failed', result: 'failed', askedMs: null, errorCode: error.code })
  return 'failed'
}

async function record(
  { feeds, limits, random }: PollFeedDeps,
  { feedId, state }: Polled,
  poll: { outcome: string; result: PollResult; askedMs: number | null; errorCode?: string },
): Promise<void> {
  const errorsInARow = poll.result === 'failed' ? state.errorsInARow + 1 : 0
  const history = { result: poll.result, intervalMs: state.intervalMs, errorsInARow, askedMs: poll.askedMs }
  const next = nextPoll(history, { ...limits, random: random() })
  await feeds.record(feedId, { outcome: poll.outcome, errorCode: poll.errorCode ?? null, errorsInARow, ...next })
}
