import { randomUUID } from 'node:crypto'
import { RobotsFiles } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'
import { createHttpClient } from '@rafid/http'
import type { HttpClient } from '@rafid/http'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { fetchRobots, knownRobots } from '../../services/fetcher/robots-of.ts'
import { startCountingServer } from '../support/start-counting-server.ts'
import type { CountingServer } from '../support/start-counting-server.ts'

type Reply = { status: number; body?: string; headers?: Record<string, string> }

let redis: Redis
let http: HttpClient
let server: CountingServer
let reply: Reply
let deps: Parameters<typeof fetchRobots>[0]
let page: URL
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  server = await startCountingServer((_request, response) => {
    response.writeHead(reply.status, reply.headers).end(reply.body)
  })
  http = createHttpClient({ allow: [{ host: '127.0.0.1', port: Number(server.host.split(':')[1]) }] })
  deps = {
    robots: new RobotsFiles({ redis, prefix: `{t${randomUUID().slice(0, 8)}}` }),
    http,
    productToken: 'rafid',
  }
  page = new URL('/news/1', server.origin)
})
afterEach(async () => {
  await http.close()
  await server.close()
  redis.disconnect()
})

const look = (answer: Reply) => {
  reply = answer
  return fetchRobots(deps, page, new AbortController().signal)
}
const hours = (instant: string) => (Date.parse(instant) - Date.now()) / 3_600_000

it('keeps the rules for a day and asks for them at the root of the host', async () => {
  expect(await knownRobots(deps, page, new Date())).toBeNull()
  const record = await look({ status: 200, body: 'User-agent: Rafid\nDisallow: /news/\nCrawl-delay: 3' })
  expect(record.rules).toEqual({ allow: [], disallow: ['/news/'], crawlDelayMs: 3_000 })
  expect(server.visits.map((visit) => visit.path)).toEqual(['/robots.txt'])
  expect(hours(record.freshUntil)).toBeCloseTo(24, 1)
  expect(await knownRobots(deps, page, new Date())).toEqual(record)
  expect(await knownRobots(deps, page, new Date(Date.now() + 25 * 3_600_000))).toBeNull()
})

it.each([
  [{ status: 404 }, 404],
  [{ status: 403 }, 403],
  [{ status: 200, body: '<!doctype html><p>User-agent: *' }, 200],
  [{ status: 302, headers: { location: 'http://10.0.0.1/robots.txt' } }, 'net.redirect_blocked'],
  [{ status: 302, headers: { location: '/robots.txt' } }, 'net.too_many_redirects'],
])('takes %j for a host without rules', async (answer, found) => {
  expect(await look(answer)).toMatchObject({ rules: { allow: [], disallow: [], crawlDelayMs: null }, found })
})

it('forbids everything while the file cannot be had, and asks again later each time', async () => {
  const first = await look({ status: 503 })
  expect(first).toMatchObject({ rules: null, found: 503, failures: 1 })
  const second = await look({ status: 500 })
  expect(second.failures).toBe(2)
  expect(Date.parse(second.freshUntil)).toBeGreaterThan(Date.parse(first.freshUntil))
  for (let times = 0; times < 10; times++) await look({ status: 500 })
  expect(hours((await look({ status: 500 })).freshUntil)).toBeCloseTo(1, 1)
})

it('goes by the rules of before while new ones cannot be had', async () => {
  const before = await look({ status: 200, body: 'User-agent: *\nDisallow: /a' })
  expect(await look({ status: 500 })).toMatchObject({ rules: before.rules, fetchedAt: before.fetchedAt, failures: 1 })
  expect(await look({ status: 404 })).toMatchObject({ rules: { disallow: [] }, failures: 0 })
})

it('waits as long as a host wants that limits us', async () => {
  const limited = look({ status: 429, headers: { 'retry-after': '7' } })
  await expect(limited).rejects.toMatchObject({ code: 'http.throttled', delayMs: 7_000 })
  await expect(limited).rejects.toBeInstanceOf(Deferred)
})
