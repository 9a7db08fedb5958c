import { randomUUID } from 'node:crypto'
import { Feeds, Politeness } from '@rafid/catalog'
import { addFeed } from '@rafid/gateway/add-feed.ts'
import { discoverer } from '@rafid/gateway/discoverer.ts'
import { createHttpClient } from '@rafid/http'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { rss } from '../support/feed-answer.ts'
import { startCountingServer } from '../support/start-counting-server.ts'
import type { CountingServer } from '../support/start-counting-server.ts'

let stack: AsyncDisposableStack
let site: CountingServer
let pages: Record<string, string>
let add: (address: string) => ReturnType<typeof addFeed>
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  const redis = new Redis(inject('redisUrl'))
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  site = await startCountingServer((request, response) => {
    const body = pages[request.url ?? '']
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  stack.defer(() => site.close())
  const http = createHttpClient({ allow: [{ host: '127.0.0.1', port: Number(site.host.split(':')[1]) }] })
  stack.defer(() => http.close())
  const discover = discoverer({ http, politeness: new Politeness(home), hostGapMs: 20 })
  add = (address) => addFeed({ home, feeds: new Feeds(home), discover }, { url: address, title: null, by: 'api' })
})
afterEach(() => stack.disposeAsync())

it('adds the feed that a page declares, and tells what else is there', async () => {
  pages = {
    '/': '<title>Harbour</title><link rel=alternate type=application/rss+xml href=/news><link rel=feed href=/all>',
    '/news': rss([1, 2], '<link>https://harbour.example/</link>'),
    '/all': rss([1, 2, 3]),
  }
  const { feed, added, found, problem } = await add(site.origin)
  expect({ added, problem }).toEqual({ added: true, problem: null })
  expect(feed).toMatchObject({ url: `${site.origin}/news`, title: 'Harbour news', siteUrl: 'https://harbour.example/' })
  expect(feed?.nextPollAt).not.toBeNull()
  expect(found).toMatchObject({ how: 'declared', feeds: [{ entries: 2 }, { url: `${site.origin}/all`, entries: 3 }] })
  expect(Math.max(...site.visits.map((visit) => visit.atOnce))).toBe(1)
  expect(await add(`${site.origin}/news`)).toMatchObject({ added: false, found: { how: 'feed' } })
})

it('refuses a site without a feed, and nothing is added', async () => {
  pages = { '/': '<p>Nothing here.' }
  await expect(add(site.origin)).rejects.toMatchObject({ code: 'feed.none_found' })
  await expect(add('file:///etc/passwd')).rejects.toMatchObject({ code: 'url.scheme' })
})

it('adds what cannot be had now as it was given, and says why it could not be looked at', async () => {
  pages = {}
  const { feed, found, problem } = await add(`${site.origin}/feed.xml`)
  expect(feed?.url).toBe(`${site.origin}/feed.xml`)
  expect([found, problem]).toEqual([null, 'http.status'])
})
