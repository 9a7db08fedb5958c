import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Feeds, Politeness, Subscriptions } from '@rafid/catalog'
import { parseFeed } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { webSub } from '@rafid/gateway/websub.ts'
import { createHttpClient } from '@rafid/http'
import { bind, Queues } from '@rafid/pipeline'
import { isLive, offered } from '@rafid/websub'
import { Hono } from 'hono'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { subscribeFeedStage } from '../../services/fetcher/subscribe-feed-stage.ts'
import { startHub } from '../support/start-hub.ts'
import type { Hub } from '../support/start-hub.ts'

const topic = 'https://news.example/feed'

let stack: AsyncDisposableStack
let hub: Hub
let publicUrl: string
let subscriptions: Subscriptions
let queues: Queues
let documents: FileDocuments
let feedId: string
let ask: () => Promise<string>
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  hub = await startHub()
  stack.defer(() => hub.close())
  const dir = await mkdtemp(join(tmpdir(), 'rafid-websub-'))
  stack.defer(() => rm(dir, { recursive: true }))
  subscriptions = new Subscriptions(home)
  queues = new Queues(home)
  stack.defer(() => queues.close())
  documents = new FileDocuments(dir)
  const app = new Hono().route('/websub', webSub({ subscriptions, queues, documents, depthMax: 2 }))
  const listening = Promise.withResolvers<number>()
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => listening.resolve(info.port))
  stack.defer(() => new Promise<void>((resolve) => server.close(() => resolve())))
  publicUrl = `http://127.0.0.1:${await listening.promise}`

  const feeds = new Feeds(home)
  feedId = (await feeds.add({ url: topic, title: null, siteUrl: null })).id
  await subscriptions.update(feedId, (before) => offered(before, { hub: hub.url, topic }, 'secret', new Date()))
  const http = createHttpClient({ allow: [{ host: '127.0.0.1', port: Number(hub.host.split(':')[1]) }] })
  stack.defer(() => http.close())
  const deps = { feeds, subscriptions, http, politeness: new Politeness(home), hostGapMs: 0, publicUrl }
  const stage = bind(subscribeFeedStage, deps)
  const context = { jobKey: 'k', attempt: 1, traceId: 't', startedAt: new Date(), signal: new AbortController().signal }
  ask = async () => (await stage.run({ feedId }, context)).outcome
})
afterEach(() => stack.disposeAsync())

it('subscribes at the hub, confirms what it asked for, and takes what the hub delivers', async () => {
  expect(await subscriptions.claimDue(10)).toEqual([feedId])
  expect(await ask()).toBe('requested')
  expect(Object.fromEntries(hub.requests[0] ?? [])).toEqual({
    'hub.callback': `${publicUrl}/websub/${feedId}`,
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.secret': 'secret',
    'hub.lease_seconds': '864000',
  })
  expect(isLive(await subscriptions.get(feedId), new Date())).toBe(true)

  expect(await hub.deliver(topic, '<rss/>')).toBe(202)
  const [delivered] = await queues.queue(parseFeed.name).getWaiting(0, 10)
  const payload = parseFeed.schema.parse(delivered?.data.payload)
  expect(payload).toMatchObject({ feedId, url: topic, pushed: true, etag: null })
  expect(Buffer.from(await documents.get(payload.document)).toString()).toBe('<rss/>')
  expect((await subscriptions.get(feedId))?.lastPushAt).not.toBeNull()
})

it('drops what is not signed with the secret, without a word of it', async () => {
  await ask()
  expect(await hub.deliver(topic, '<rss/>', 'guessed')).toBe(202)
  expect(await queues.depth(parseFeed.name)).toBe(0)
  expect((await subscriptions.get(feedId))?.lastPushAt).toBeNull()
})

it('confirms nothing that it has not asked for', async () => {
  const confirm = (query: Record<string, string>, id = feedId) =>
    fetch(`${publicUrl}/websub/${id}?${String(new URLSearchParams(query))}`).then((answer) => answer.status)
  const subscribe = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'c', 'hub.lease_seconds': '60' }
  expect(await confirm(subscribe)).toBe(404)
  await ask()
  expect(await confirm(subscribe)).toBe(404)
  expect(await confirm({ ...subscribe, 'hub.topic': 'https://news.example/other' })).toBe(404)
  expect(await confirm({ ...subscribe, 'hub.mode': 'unsubscribe' })).toBe(404)
  expect(await confirm({ 'hub.mode': 'denied', 'hub.topic': topic })).toBe(404)
  expect(await confirm({ ...subscribe, 'hub.mode': 'other' })).toBe(400)
  expect(await confirm({ ...subscribe, 'hub.mode': 'unsubscribe' }, 'fgone')).toBe(200)
  expect(isLive(await subscriptions.get(feedId), new Date())).toBe(true)
})

it('asks the hub to try again while too many feeds wait to be read, and to stop once the feed is gone', async () => {
  await ask()
  for (const n of [1, 2, 3]) expect(await hub.deliver(topic, `<rss n="${n}"/>`)).toBe(202)
  expect(await hub.deliver(topic, '<rss n="4"/>')).toBe(503)
  await subscriptions.remove(feedId)
  expect(await hub.deliver(topic, '<rss/>')).toBe(410)
})

it('goes on without a hub that refuses or does not answer, and asks it again later', async () => {
  hub.status = 500
  expect(await ask()).toBe('failed')
  const first = await subscriptions.get(feedId)
  expect(first).toMatchObject({ state: 'requested', failures: 1, requestedAt: null })
  expect(await ask()).toBe('failed')
  const second = await subscriptions.get(feedId)
  expect(second?.failures).toBe(2)
  expect(Date.parse(second?.dueAt ?? '')).toBeGreaterThan(Date.parse(first?.dueAt ?? ''))
  await hub.close()
  expect(await ask()).toBe('failed')
})

it('counts a hub that took the request and never confirmed it as failed', async () => {
  await subscriptions.update(feedId, (before) => before && { ...before, requestedAt: '2026-01-01T00:00:00.000Z' })
  expect(await ask()).toBe('unconfirmed')
  expect(hub.requests).toHaveLength(0)
  expect(await ask()).toBe('requested')
})
