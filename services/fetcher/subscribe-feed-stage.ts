import { inTurn } from '@rafid/catalog'
import type { Feeds, Politeness, Subscriptions } from '@rafid/catalog'
import { subscribeFeed } from '@rafid/contracts'
import type { Subscription } from '@rafid/contracts'
import { CodedError, Deferred } from '@rafid/errors'
import type { HttpClient } from '@rafid/http'
import { defineStage } from '@rafid/pipeline'
import { hostKey, admitUrl } from '@rafid/urls'
import { afterFailure, afterRequest, leaseWantedSeconds } from '@rafid/websub'

export type SubscribeFeedDeps = {
  readonly feeds: Pick<Feeds, 'pollState'>
  readonly subscriptions: Subscriptions
  readonly http: Pick<HttpClient, 'post'>
  readonly politeness: Politeness
  readonly hostGapMs: number
  /** Where hubs reach the gateway; unset, nobody subscribes. */
  readonly publicUrl: string | undefined
}

const retryDefaultMs = 60_000

type Asked = { readonly feedId: string; readonly jobKey: string; readonly signal: AbortSignal }

/**
 * Asks a feed's hub to deliver (W3C WebSub, section 5.1). The hub confirms at the gateway. A hub that fails is an expected
 * result: it is written down, and the feed is polled as ever.
 */
export const subscribeFeedStage = defineStage({
  consumes: subscribeFeed,
  emits: [],
  outcomes: ['requested', 'failed', 'unconfirmed', 'removed', 'unreachable'],

  async handle({ feedId }, deps: SubscribeFeedDeps, { jobKey, signal }) {
    const { feeds, subscriptions, publicUrl } = deps
    const known = await subscriptions.get(feedId)
    if (known === null || (await feeds.pollState(feedId)) === null) {
      await subscriptions.remove(feedId)
      return { outcome: 'removed' }
    }
    if (publicUrl === undefined) return { outcome: 'unreachable' }
    if (known.requestedAt !== null) {
      await change(subscriptions, feedId, afterFailure)
      return { outcome: 'unconfirmed' }
    }
    return {
      outcome: await request(deps, known, new URL(`/websub/${feedId}`, publicUrl).href, { feedId, jobKey, signal }),
    }
  },
})

async function request(
  deps: SubscribeFeedDeps,
  { hub, topic, secret }: Subscription,
  callback: string,
  { feedId, jobKey, signal }: Asked,
): Promise<'requested' | 'failed'> {
  const { subscriptions, http, politeness, hostGapMs } = deps
  try {
    const turn = {
      host: hostKey(admitUrl(hub)),
      jobKey,
      gapMs: hostGapMs,
      address: hub,
      timeoutMs: subscribeFeed.timeoutMs,
    }
    await inTurn(politeness, turn, async () => {
      // Hubs may confirm before they answer.
      await change(subscriptions, feedId, afterRequest)
      const lease = String(leaseWantedSeconds)
      const form = { 'hub.callback': callback, 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.secret': secret }
      const answer = await http.post(hub, { ...form, 'hub.lease_seconds': lease }, { signal })
      if (answer.status === 429) throw new Deferred('http.throttled', answer.retryAfterMs ?? retryDefaultMs)
      if (answer.status < 200 || answer.status > 299) throw new HubRefused(answer.status)
    })
    return 'requested'
  } catch (error) {
    if (signal.aborted || !(error instanceof CodedError || error instanceof HubRefused)) throw error
    if (error instanceof Deferred && error.code === 'host.busy') throw error
    await change(subscriptions, feedId, afterFailure)
    return 'failed'
  }
}

class HubRefused extends Error {
  constructor(status: number) {
    super(`the hub answered ${status}`)
  }
}

async function change(
  subscriptions: Subscriptions,
  feedId: string,
  step: (before: Subscription, now: Date) => Subscription,
): Promise<void> {
  await subscriptions.update(feedId, (before) => before && step(before, new Date()))
}
