import type { Subscription } from '@rafid/contracts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What we ask for; hubs may give less or more. */
export const leaseWantedSeconds = 10 * 86_400

/** What a hub may say of its lease, in milliseconds. */
const leaseMinMs = 10 * minuteMs
const leaseMaxMs = 30 * dayMs

/** The part of a lease after which it is renewed. */
const renewShare = 0.8

/** A hub has this long to confirm, in milliseconds. */
const confirmMs = 10 * minuteMs

/** Between two attempts, twice as long after each failure, in milliseconds. */
const againMinMs = 5 * minuteMs
const againMaxMs = dayMs

/** A hub that refused, or did not deliver, is asked again after this long (times the misses), in milliseconds. */
const refusedMs = 7 * dayMs
const brokenMs = dayMs
const brokenMaxMs = 14 * dayMs

/** What a feed says of its hub. */
export type Offer = { readonly hub: string; readonly topic: string }

/**
 * What a feed that names a hub makes of its subscription: nothing where it names the one of before, else a new one, to be
 * asked for at once.
 *
 * @param secret random, for this subscription alone
 */
export function offered(before: Subscription | null, offer: Offer, secret: string, now: Date): Subscription | null {
  if (before?.hub === offer.hub && before.topic === offer.topic) return null
  const nothing = { requestedAt: null, leaseEndsAt: null, lastPushAt: null, failures: 0, misses: 0 }
  return { hub: offer.hub, topic: offer.topic, state: 'wanted', secret, ...nothing, dueAt: now.toISOString() }
}

/** The hub has taken our request; it confirms at our callback, or the request is made again. */
export function afterRequest(before: Subscription, now: Date): Subscription {
  const state = before.state === 'active' ? 'active' : 'requested'
  return { ...before, state, requestedAt: now.toISOString(), dueAt: after(now, confirmMs) }
}

/** The hub could not be asked, or did not confirm in time. */
export function afterFailure(before: Subscription, now: Date): Subscription {
  const failures = before.failures + 1
  const againMs = Math.min(againMinMs * 2 ** Math.min(failures - 1, 20), againMaxMs)
  const state = before.state === 'active' && !isLive(before, now) ? 'wanted' : before.state
  return { ...before, state, requestedAt: null, failures, dueAt: after(now, againMs) }
}

/**
 * The hub confirms a subscription at our callback.
 *
 * @param leaseSeconds as the hub says; what we asked for when it says nothing
 * @returns null when nobody asked it to
 */
export function confirmed(before: Subscription, leaseSeconds: number | null, now: Date): Subscription | null {
  if (before.requestedAt === null) return null
  const leaseMs = Math.min(Math.max((leaseSeconds ?? leaseWantedSeconds) * 1000, leaseMinMs), leaseMaxMs)
  return {
    ...before,
    state: 'active',
    requestedAt: null,
    leaseEndsAt: after(now, leaseMs),
    failures: 0,
    dueAt: after(now, leaseMs * renewShare),
  }
}

/** The hub refuses. Anybody can say so in its name: it counts only while a first request is open. */
export function afterDenial(before: Subscription, now: Date): Subscription | null {
  if (before.state !== 'requested') return null
  return { ...before, state: 'refused', requestedAt: null, dueAt: after(now, refusedMs) }
}

/** A delivery has come. */
export function afterPush(before: Subscription, now: Date): Subscription {
  return { ...before, lastPushAt: now.toISOString() }
}

/** A poll has found what should have been delivered: the feed is polled as if there were no hub, until a new attempt. */
export function afterMiss(before: Subscription, now: Date): Subscription {
  const misses = before.misses + 1
  const restMs = Math.min(brokenMs * misses, brokenMaxMs)
  return { ...before, state: 'broken', requestedAt: null, leaseEndsAt: null, misses, dueAt: after(now, restMs) }
}

/** Whether the hub is to be relied upon: it has confirmed, and its lease is not over. */
export function isLive(subscription: Subscription | null, now: Date): boolean {
  const { state, leaseEndsAt } = subscription ?? {}
  return state === 'active' && typeof leaseEndsAt === 'string' && now.getTime() < Date.parse(leaseEndsAt)
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}
