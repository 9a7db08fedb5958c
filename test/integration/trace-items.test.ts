import { randomUUID } from 'node:crypto'
import { ItemTrace } from '@rafid/catalog'
import { deduplicateArticle, fetchPage, indexArticle, parseFeed, parsePage, tellStory } from '@rafid/contracts'
import type { PayloadOf } from '@rafid/contracts'
import { PermanentError, TransientError } from '@rafid/errors'
import { funnelFaults } from '@rafid/operations'
import {
  bind,
  DeadLetters,
  defineStage,
  job,
  Queues,
  runStage,
  snapshotQueues,
  traceDeadLetters,
} from '@rafid/pipeline'
import type { BoundStage, RunningStage, SeenEntry } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { until } from '../support/until.ts'

const document = { key: 'd'.repeat(64), bytes: 1, contentType: null }
const fetchedAt = new Date().toISOString()
const day = fetchedAt.slice(0, 10)
const articleId = `a${'1'.repeat(24)}`
const url = 'https://a.example/story'

let redis: Redis
let home: { redis: Redis; prefix: string }
let tracer: ItemTrace
let queues: Queues
let deadLetters: DeadLetters
let running: RunningStage[]
/** What the stages do to the next pages, by address. */
let refusals: Map<string, Error>
let indexed: number
beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  tracer = new ItemTrace({ ...home, days: 7 })
  queues = new Queues(home)
  deadLetters = new DeadLetters(home, tracer)
  running = []
  refusals = new Map()
  indexed = 0
})
afterEach(async () => {
  await Promise.all(running.map((stage) => stage.drain(0)))
  await deadLetters.close()
  await queues.close()
  redis.disconnect()
})

const reading = (urls: readonly string[], seen: readonly SeenEntry[] = []) =>
  bind(
    defineStage({
      consumes: parseFeed,
      emits: [fetchPage],
      outcomes: ['new-entries'],
      handle: async ({ feedId }, _deps: null) => ({
        outcome: 'new-entries',
        emit: urls.map((one) => job(fetchPage, { url: one, feedId, entry: null })),
        seen: [...urls.map((one) => ({ url: one, judgement: 'new' as const })), ...seen],
      }),
    }),
    null,
  )

const fetching = bind(
  defineStage({
    consumes: fetchPage,
    emits: [parsePage],
    outcomes: ['fetched'],
    async handle({ url: asked, feedId, entry }, _deps: null) {
      const refusal = refusals.get(asked)
      refusals.delete(asked)
      if (refusal !== undefined) throw refusal
      return { outcome: 'fetched', emit: [job(parsePage, { url: asked, feedId, entry, document, fetchedAt })] }
    },
  }),
  null,
)

const parsing = bind(
  defineStage({
    consumes: parsePage,
    emits: [deduplicateArticle],
    outcomes: ['extracted'],
    handle: async (_payload, _deps: null) => ({
      outcome: 'extracted',
      emit: [job(deduplicateArticle, { articleId, document })],
    }),
  }),
  null,
)

const deciding = bind(
  defineStage({
    consumes: deduplicateArticle,
    emits: [indexArticle, tellStory],
    outcomes: ['original'],
    async handle(payload, _deps: null) {
      const relation = { kind: 'original', duplicateOf: null, resemblance: null } as const
      return { outcome: 'original', emit: [job(tellStory, payload), job(indexArticle, { ...payload, relation })] }
    },
  }),
  null,
)

const indexing = bind(
  defineStage({
    consumes: indexArticle,
    emits: [],
    outcomes: ['added', 'stale'],
    handle: async (_payload, _deps: null) => ({
      outcome: (indexed += 1) === 1 ? ('added' as const) : ('stale' as const),
    }),
  }),
  null,
)

function start(stages: readonly BoundStage[]): void {
  const log = createLogger({}, 'fatal')
  const options = { ...home, concurrency: 4, depthMax: 1_000, log, metrics: createMetrics(), itemTracer: tracer }
  running.push(...stages.map((stage) => runStage(stage, { ...options, random: () => 0.01 })))
}

const trace = () => ({ traceId: randomUUID().replaceAll('-', ''), startedAt: fetchedAt })
const read = (feedId: string, told = trace()) => {
  const payload: PayloadOf<typeof parseFeed> = {
    feedId,
    url: `https://a.example/${feedId}.xml`,
    document,
    fetchedAt,
    etag: null,
    lastModified: null,
    askedMs: null,
  }
  return queues.add([job(parseFeed, payload)], told)
}
const idle = async (name: string) => {
  const [queue] = await snapshotQueues(home, [name])
  return queue !== undefined && queue.waiting + queue.active + queue.delayed === 0
}
const funnel = async (scope = {}) => {
  const counted = await tracer.funnel({ day, ...scope })
  expect(funnelFaults(counted)).toEqual([])
  return counted
}
const counts = async (scope = {}) => (await funnel(scope)).steps.map(({ count }) => count)

it('follows an entry from its feed to the index, with when, how long and who', async () => {
  refusals.set(url, new TransientError('net.connect', 'refused'))
  const known = { url: 'https://b.example/old', judgement: 'known' } as const
  start([reading([url], [known, { url: null, judgement: 'pageless' }]), fetching, parsing, deciding, indexing])
  await read('f1')
  await until(async () => (await counts()).at(-1) === 1)
  expect(await counts()).toEqual([3, 1, 1, 1, 1, 1])
  expect(await counts({ feed: 'f1' })).toEqual([3, 1, 1, 1, 1, 1])
  expect(await counts({ host: 'a.example' })).toEqual([1, 1, 1, 1, 1, 1])
  expect(await counts({ host: 'b.example' })).toEqual([1, 0, 0, 0, 0, 0])
  const [item, ...others] = await tracer.find(url)
  expect(others).toEqual([])
  expect(item?.events.map(({ stage, outcome, code, attempt }) => [stage, outcome, code, attempt])).toEqual([
    ['parse-feed', 'new-entries', null, 1],
    ['fetch-page', 'retry', 'net.connect', 1],
    ['fetch-page', 'fetched', null, 2],
    ['parse-page', 'extracted', null, 1],
    ['deduplicate-article', 'original', null, 1],
    ['index-article', 'added', null, 1],
  ])
  for (const event of item?.events ?? []) {
    expect(event.worker).toMatch(new RegExp(`:${process.pid}$`))
    expect(event.tookMs).toBeGreaterThanOrEqual(0)
    expect(event.waitedMs === null).toBe(event.attempt > 1)
  }
  expect((await tracer.find(articleId)).map(({ id }) => id)).toEqual([item?.id])
  expect(item?.articleId).toBe(articleId)
})

it('says that an entry joined the job of another one, and leaves one of its own alone', async () => {
  start([reading([url, url, 'https://a.example/2'])])
  await read('f1')
  await until(() => idle('parse-feed'))
  const told = trace()
  await read('f2', told)
  await until(() => idle('parse-feed'))
  // The worker died after it had queued what follows: delivered again, the same items follow.
  await read('f2', told)
  await until(() => idle('parse-feed'))
  expect((await funnel()).items).toMatchObject({ inFlight: 2, joined: 4 })
  expect((await funnel({ feed: 'f2' })).items).toMatchObject({ inFlight: 0, joined: 3 })
  expect((await snapshotQueues(home, ['fetch-page']))[0]?.waiting).toBe(2)
})

it('has a dead letter be dead, in flight when it is queued again, and dropped when it is dropped', async () => {
  const lost = 'https://a.example/lost'
  refusals.set(url, new PermanentError('http.status', '404'))
  refusals.set(lost, new PermanentError('http.gone', '410'))
  start([reading([url, lost]), fetching, parsing, deciding, indexing])
  await read('f1')
  await until(async () => (await funnel()).items.dead === 2)
  await until(async () => (await deadLetters.list('fetch-page')).length === 2)
  const [gone] = await deadLetters.find(['fetch-page'], { code: 'http.gone' })
  const [failed] = await deadLetters.find(['fetch-page'], { code: 'http.status' })
  expect(failed?.item).toMatchObject({ url, feedId: 'f1' })
  await deadLetters.drop('fetch-page', gone?.id ?? '')
  expect((await funnel()).items).toMatchObject({ dead: 1, dropped: 1 })
  await deadLetters.redrive('fetch-page', failed?.id ?? '')
  await until(async () => (await funnel()).items.originals === 1)
  expect((await funnel()).items).toMatchObject({ dead: 0, dropped: 1, originals: 1, inFlight: 0 })
  const [item] = await tracer.find(url)
  expect(item?.rounds).toBe(1)
  expect(item?.events.map(({ outcome }) => outcome)).toEqual(
    expect.arrayContaining(['dead', 'redriven', 'fetched', 'added']),
  )
  expect((await tracer.find(lost))[0]?.events.at(-1)).toMatchObject({ outcome: 'dropped', code: 'http.gone' })
})

it('finds the dead letter of a job whose workers have died, of which none could tell', async () => {
  start([reading([url])])
  await read('f1')
  await until(async () => (await funnel()).items.inFlight === 1)
  // What BullMQ notes on a job whose workers have died too often; the next one that takes it only buries it.
  const [waiting] = await queues.queue('fetch-page').getWaiting(0, 0)
  await redis.hset(`${home.prefix}:fetch-page:${waiting?.id}`, 'defa', 'job stalled more than allowable limit')
  start([fetching])
  await until(async () => (await deadLetters.list('fetch-page')).length === 1)
  expect((await funnel()).items).toMatchObject({ inFlight: 1, dead: 0 })
  await traceDeadLetters({ deadLetters, tracer }, new Date(Date.now() + 60_000))
  expect((await funnel()).items).toMatchObject({ inFlight: 1, dead: 0 })
  await traceDeadLetters({ deadLetters, tracer }, new Date(0))
  expect((await funnel()).items).toMatchObject({ inFlight: 0, dead: 1 })
  expect((await tracer.find(url))[0]?.state).toMatchObject({ phase: 'dead', reason: 'job.workers_died' })
})

it('lets jobs pass that were queued before items were followed', async () => {
  start([fetching, parsing, deciding, indexing])
  await queues.add([job(fetchPage, { url, feedId: 'f1', entry: null })], trace())
  await until(() => indexed === 1)
  expect(await counts()).toEqual([0, 0, 0, 0, 0, 0])
  expect(await tracer.find(url)).toEqual([])
})

it('lets no job fail because its way cannot be written down', async () => {
  const failing = {
    record: () => Promise.reject(new Error('full')),
    recordSeen: () => Promise.reject(new Error('full')),
  }
  const options = { ...home, concurrency: 1, depthMax: 1_000, log: createLogger({}, 'fatal'), metrics: createMetrics() }
  for (const stage of [reading([url]), fetching, parsing, deciding, indexing]) {
    running.push(runStage(stage, { ...options, itemTracer: failing }))
  }
  await read('f1')
  await until(() => indexed === 1)
})

it('follows an entry with the longest address that there may be', async () => {
  const long = `https://a.example/${'p'.repeat(8_192 - 18)}`
  start([reading([long]), fetching, parsing, deciding, indexing])
  await read('f1')
  await until(async () => (await funnel()).items.originals === 1)
  const [item] = await tracer.find(long)
  expect(long.startsWith(item?.url ?? '?')).toBe(true)
  expect(item?.state?.phase).toBe('done')
  expect((await funnel({ host: 'a.example' })).items.originals).toBe(1)
})
