import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Politeness, RobotsFiles } from '@rafid/catalog'
import { fetchPage, parsePage } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient, userAgentOf } from '@rafid/http'
import { bind, job, Queues, runStage } from '@rafid/pipeline'
import type { RunningStage } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { fetchPageStage } from '../../services/fetcher/fetch-page-stage.ts'
import { startCountingServer } from '../support/start-counting-server.ts'
import type { CountingServer } from '../support/start-counting-server.ts'
import { until } from '../support/until.ts'

const fetchers = 8
const pagesEach = 12
const gapMs = 30
/** Redis counts whole milliseconds. */
const roundingMs = 2
const userAgent = userAgentOf({ publicUrl: 'https://news.example/' })

let redis: Redis
let dir: string
let running: RunningStage[]
let queues: Queues
let plain: CountingServer
let slow: CountingServer
let limiting: CountingServer
let servers: CountingServer[]

beforeAll(async () => {
  plain = await startCountingServer((request, response) => answer(request, response, 0))
  slow = await startCountingServer((request, response) => answer(request, response, 60))
  limiting = await startCountingServer(limitOnce())
  servers = [plain, slow, limiting]
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  dir = await mkdtemp(join(tmpdir(), 'rafid-polite-'))
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  queues = new Queues(home)
  const allow = servers.map(({ host }) => ({ host: '127.0.0.1', port: Number(host.split(':')[1]) }))
  const options = { ...home, concurrency: 4, depthMax: 1_000, log: createLogger({}, 'error'), metrics: createMetrics() }
  const pages = servers.flatMap(({ origin }) => Array.from({ length: pagesEach }, (_, n) => `${origin}/page/${n}`))
  const jobs = [...pages, `${plain.origin}/private/1`].map((url) => job(fetchPage, { url, feedId: null, entry: null }))
  await queues.add(jobs, { traceId: 'a'.repeat(32), startedAt: new Date().toISOString() })
  running = Array.from({ length: fetchers }, () => {
    const deps = {
      http: createHttpClient({ userAgent, allow }),
      documents: new FileDocuments(dir),
      politeness: new Politeness(home),
      robots: new RobotsFiles(home),
      productToken: 'rafid',
      hostGapMs: gapMs,
    }
    return runStage(bind(fetchPageStage, deps), options)
  })
  await until(async () => (await queues.depth(parsePage.name)) === jobs.length)
})
afterAll(async () => {
  await Promise.all(running.map((stage) => stage.drain(0)))
  await Promise.all([queues.close(), ...servers.map((server) => server.close())])
  redis.disconnect()
  await rm(dir, { recursive: true, force: true })
})

async function answer(request: IncomingMessage, response: ServerResponse, latencyMs: number): Promise<void> {
  await pause(latencyMs)
  if (request.url === '/robots.txt') return void response.end('User-agent: *\nDisallow: /private/\nCrawl-delay: 0.05')
  response.setHeader('content-type', 'text/html').end('<p>A page.')
}

/** Refuses its first page, for a second. */
function limitOnce(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let limited = false
  return async (request, response) => {
    if (limited || request.url === '/robots.txt') return answer(request, response, 0)
    limited = true
    response.writeHead(429, { 'retry-after': '1' }).end()
  }
}

it('never asks a host two things at once, however slow it is', () => {
  expect(servers.map((server) => Math.max(...server.visits.map((visit) => visit.atOnce)))).toEqual([1, 1, 1])
})

it('keeps the distance that the host asks for in its robots.txt, or ours where that is longer', () => {
  // The first two visits are robots.txt and the page after it.
  for (const { visits } of servers) {
    const gaps = visits.slice(2).map((visit, at) => visit.startedAt - (visits[at + 1]?.startedAt ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50 - roundingMs)
  }
  expect(Math.min(...servers.map((server) => server.shortestGapMs()))).toBeGreaterThanOrEqual(gapMs - roundingMs)
})

it('asks each host for its robots.txt once, before everything else', () => {
  for (const { visits } of servers) {
    expect(visits[0]?.path).toBe('/robots.txt')
    expect(visits.filter((visit) => visit.path === '/robots.txt')).toHaveLength(1)
  }
})

it('does not fetch what robots.txt forbids, and hands it on without a body', async () => {
  expect(plain.visits.filter((visit) => visit.path.startsWith('/private'))).toEqual([])
  const handed = await queues.queue(parsePage.name).getWaiting(0, 100)
  const pages = handed.map(({ data }) => parsePage.schema.parse(data.payload))
  expect(pages.filter((page) => page.withheld !== undefined)).toMatchObject([
    { url: `${plain.origin}/private/1`, withheld: 'robots.disallowed', document: { bytes: 0 } },
  ])
})

it('fetches every other page once, and asks nothing twice', () => {
  for (const { visits } of [plain, slow]) expect(visits).toHaveLength(pagesEach + 1)
  expect(limiting.visits).toHaveLength(pagesEach + 2)
})

it('leaves alone what was limited for as long as was asked, while the rest of the host goes on', () => {
  const limited = limiting.visits[1]
  const again = limiting.visits.filter((visit) => visit.path === limited?.path)[1]
  expect((again?.startedAt ?? 0) - (limited?.startedAt ?? 0)).toBeGreaterThanOrEqual(1_000 - roundingMs)
  expect(limiting.visits[2]?.path).not.toBe(limited?.path)
})

it('tells every host the same name, with an address', () => {
  const names = new Set(servers.flatMap((server) => server.visits.map((visit) => visit.headers['user-agent'])))
  expect([...names]).toEqual(['Rafid/0.1 (+https://news.example/)'])
})
