import { createHmac, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** A subscription as the hub has it. */
type Subscribed = { readonly callback: string; readonly topic: string; readonly secret: string }

export type Hub = {
  readonly url: string
  /** `host:port` */
  readonly host: string
  /** What was asked of it, in order. */
  readonly requests: URLSearchParams[]
  readonly subscribed: Map<string, Subscribed>
  /** How it answers requests from now on; it confirms those it takes before it answers them. */
  status: number
  /** Delivers a body to the subscriber of a topic, signed with the given secret or that of the subscription. */
  deliver(topic: string, body: string, secret?: string): Promise<number>
  close(): Promise<void>
}

/** A WebSub hub on loopback. */
export async function startHub(leaseSeconds = 86_400): Promise<Hub> {
  const subscribed = new Map<string, Subscribed>()
  const requests: URLSearchParams[] = []
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request))
    requests.push(form)
    if (hub.status < 300) await confirm(form)
    response.writeHead(hub.status).end()
  }
  const confirm = async (form: URLSearchParams): Promise<void> => {
    const [callback, topic, secret] = ['callback', 'topic', 'secret'].map((name) => form.get(`hub.${name}`) ?? '')
    const challenge = randomUUID()
    const url = new URL(callback ?? '')
    url.searchParams.set('hub.mode', 'subscribe')
    url.searchParams.set('hub.topic', topic ?? '')
    url.searchParams.set('hub.challenge', challenge)
    url.searchParams.set('hub.lease_seconds', String(leaseSeconds))
    const answer = await fetch(url)
    const isConfirmed = answer.ok && (await answer.text()) === challenge
    if (isConfirmed) subscribed.set(topic ?? '', { callback: callback ?? '', topic: topic ?? '', secret: secret ?? '' })
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  const hub: Hub = {
    url: `http://127.0.0.1:${address.port}/`,
    host: `127.0.0.1:${address.port}`,
    requests,
    subscribed,
    status: 202,
    async deliver(topic, body, secret) {
      const subscription = subscribed.get(topic)
      if (!subscription) throw new Error(`nobody subscribed to ${topic}`)
      const digest = createHmac('sha256', secret ?? subscription.secret)
        .update(body)
        .digest('hex')
      const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': `sha256=${digest}` }
      return (await fetch(subscription.callback, { method: 'POST', headers, body })).status
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return hub
}
