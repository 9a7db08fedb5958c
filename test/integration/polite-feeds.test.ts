import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feeds, FleetHealth, Politeness, SeenEntries, Subscriptions } from '@rafid/catalog'
import { pollFeed } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { pollFeedStage } from '@rafid/fetcher/poll-feed-stage.ts'
import { createHttpClient } from '@rafid/http'
import { parseFeedStage } from '@rafid/parser/parse-feed-stage.ts'
import { bind, job, Queues, runStage } from '@rafid/pipeline'
import type { RunningStage } from '@rafid/pipeline'
import { fleetHostsMax } from '@rafid/polling'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { rss } from '../support/feed-answer.ts'
import { startCountingServer } from '../support/start-counting-server.ts'
import type { CountingServer, Visit } from '../support/start-counting-server.ts'
import { until } from '../support/until.ts'

const fetchers = 8
const feedsMade = 24
const gapMs = 20
/** Redis counts whole milliseconds. */
const roundingMs = 2

let stack: AsyncDisposableStack
let site: CountingServer
let feeds: Feeds
let ids: string[]
let pollAll: () => Promise<void>

beforeAll(async () => {
  stack = new AsyncDisposableStack()
  site = await startCountingServer((request, response) => {
    if (request.url === '/limited') return void response.writeHead(429, { 'retry-after': '3600' }).end()
    const etag = `W/"of ${request.url}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(rss([1]))
  })
  stack.defer(() => site.close())
  const redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const dir = await mkdtemp(join(tmpdir(), 'rafid-polite-'))
  stack.defer(() => rm(dir, { recursive: true, force: true }))
  feeds = new Feeds(home)
  ids = []
  for (const path of ['limited', ...Array.from({ length: feedsMade }, (_, n) => `feed-${n}`)]) {
    ids.push((await feeds.add({ url: `${site.origin}/${path}`, title: null, siteUrl: null })).id)
  }
  const queues = new Queues(home)
  stack.defer(() => queues.close())
  const log = createLogger({}, 'error')
  const metrics = createMetrics()
  const shared = {
    feeds,
    subscriptions: new Subscriptions(home),
    documents: new FileDocuments(dir),
    limits: { minMs: 300_000, maxMs: 21_600_000 },
    random: Math.random,
    log,
    metrics,
  }
  const options = { ...home, concurrency: 4, depthMax: 1_000, log, metrics }
  const running: RunningStage[] = []
  for (let fetcher = 0; fetcher < fetchers; fetcher += 1) {
    const http = createHttpClient({ allow: [{ host: '127.0.0.1', port: Number(site.host.split(':')[1]) }] })
    stack.defer(() => http.close())
    const fleet = new FleetHealth({ ...home, hostsMax: fleetHostsMax })
    const polling = { ...shared, fleet, http, politeness: new Politeness(home), hostGapMs: gapMs }
    running.push(runStage(bind(pollFeedStage, polling), options))
  }
  running.push(runStage(bind(parseFeedStage, { ...shared, seen: new SeenEntries(home) }), options))
  stack.defer(async () => void (await Promise.all(running.map((stage) => stage.drain(0)))))
  let rounds = 0
  pollAll = async () => {
    rounds += 1
    const jobs = ids.map((feedId) => job(pollFeed, { feedId }))
    await queues.add(jobs, { traceId: 'a'.repeat(32), startedAt: new Date().toISOString() })
    await until(async () => {
      const told = await Promise.all(ids.map((id) => feeds.explain(id)))
      return told.every((one) => one?.polls.length === rounds)
    })
  }
  await pollAll()
  await pollAll()
})
afterAll(() => stack.disposeAsync())

const visitsTo = (path: string): Visit[] => site.visits.filter((visit) => visit.path === path)

it('asks a host one thing at a time, and keeps its distance, whoever asks for which feed', () => {
  expect(Math.max(...site.visits.map((visit) => visit.atOnce))).toBe(1)
  expect(site.shortestGapMs()).toBeGreaterThanOrEqual(gapMs - roundingMs)
})

it('never asks for the whole of a feed again whose validator it knows', () => {
  for (let n = 0; n < feedsMade; n += 1) {
    const [first, second, ...more] = visitsTo(`/feed-${n}`).map(({ headers }) => headers['if-none-match'])
    expect([first, second, more]).toEqual([undefined, `W/"of /feed-${n}"`, []])
  }
})

it('leaves a feed alone for as long as its host asked, while the other feeds of the host go on', async () => {
  const limited = await feeds.explain(ids[0] ?? '')
  expect(limited?.polls.map(({ outcome }) => outcome)).toEqual(['throttled', 'throttled'])
  expect(Date.parse(limited?.feed.nextPollAt ?? '')).toBeGreaterThan(Date.now() + 3_000_000)
  const others = await Promise.all(ids.slice(1).map((id) => feeds.explain(id)))
  expect(new Set(others.map((other) => other?.polls.map(({ outcome }) => outcome).join()))).toEqual(
    new Set(['not-modified,new-entries']),
  )
})
