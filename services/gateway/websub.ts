import { randomUUID } from 'node:crypto'
import type { Subscriptions } from '@rafid/catalog'
import { parseFeed } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { job } from '@rafid/pipeline'
import type { Queues } from '@rafid/pipeline'
import { afterDenial, afterPush, confirmed, isLive, isSigned } from '@rafid/websub'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'

export type WebSubDeps = {
  readonly subscriptions: Subscriptions
  readonly documents: Pick<FileDocuments, 'put'>
  readonly queues: Pick<Queues, 'add' | 'depth'>
  /** More feeds than this may not wait for the parser; hubs try again later. */
  readonly depthMax: number
}

const deliveryBytesMax = 8 * 1024 * 1024
const challengeCharsMax = 1_024
const contentTypeCharsMax = 256
const retryAfterSeconds = 60

const confirmation = z.object({
  'hub.mode': z.enum(['subscribe', 'unsubscribe', 'denied']),
  'hub.topic': z.string(),
  'hub.challenge': z.string().max(challengeCharsMax).optional(),
  'hub.lease_seconds': z.coerce.number().min(0).optional(),
})

/** Where WebSub hubs confirm subscriptions and deliver feeds. */
export function webSub(deps: WebSubDeps): Hono {
  const app = new Hono()
  app.get('/:feedId', async (context) => {
    const asked = confirmation.safeParse(context.req.query())
    if (!asked.success) return context.text('not a confirmation', 400)
    const challenge = await answer(deps, context.req.param('feedId'), asked.data)
    if (challenge === null) return context.text('nobody asked for this', 404)
    return context.text(challenge)
  })
  app.post('/:feedId', bodyLimit({ maxSize: deliveryBytesMax }), async (context) => {
    const feedId = context.req.param('feedId')
    const subscription = await deps.subscriptions.get(feedId)
    // 410 ends a subscription that nobody wants any more (section 7).
    if (subscription === null) return context.text('not subscribed', 410)
    const body = new Uint8Array(await context.req.arrayBuffer())
    // A forger must not learn whether the signature was right (section 7.1.2): the delivery is taken and dropped.
    const signature = context.req.header('x-hub-signature') ?? null
    if (!isLive(subscription, new Date()) || !isSigned(body, signature, subscription.secret))
      return context.body(null, 202)
    if ((await deps.queues.depth(parseFeed.name)) > deps.depthMax) {
      return context.text('busy', 503, { 'retry-after': String(retryAfterSeconds) })
    }
    const contentType = context.req.header('content-type')?.slice(0, contentTypeCharsMax) ?? null
    await take(deps, { feedId, topic: subscription.topic, body, contentType })
    return context.body(null, 202)
  })
  return app
}

/** The challenge to send back, or null when nobody has asked for what the hub wants confirmed. */
async function answer(
  { subscriptions }: WebSubDeps,
  feedId: string,
  asked: z.infer<typeof confirmation>,
): Promise<string | null> {
  const { 'hub.mode': mode, 'hub.topic': topic, 'hub.challenge': challenge = '', 'hub.lease_seconds': lease } = asked
  if (mode === 'unsubscribe') {
    // Only a feed that was removed, or has another topic now, lets go.
    return (await subscriptions.get(feedId))?.topic === topic ? null : challenge
  }
  const changed = await subscriptions.update(feedId, (before) => {
    if (before?.topic !== topic) return null
    return mode === 'denied' ? afterDenial(before, new Date()) : confirmed(before, lease ?? null, new Date())
  })
  return changed === null ? null : challenge
}

type Delivery = {
  readonly feedId: string
  readonly topic: string
  readonly body: Uint8Array
  readonly contentType: string | null
}

async function take(
  { subscriptions, documents, queues }: WebSubDeps,
  { feedId, topic, body, contentType }: Delivery,
): Promise<void> {
  const fetchedAt = new Date().toISOString()
  const document = await documents.put(body, contentType)
  const validators = { etag: null, lastModified: null, askedMs: null }
  const delivered = job(parseFeed, { feedId, url: topic, document, fetchedAt, ...validators, pushed: true })
  await queues.add([delivered], { traceId: randomUUID().replaceAll('-', ''), startedAt: fetchedAt })
  await subscriptions.update(feedId, (before) => before && afterPush(before, new Date()))
}
