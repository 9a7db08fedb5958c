import { randomUUID } from 'node:crypto'
import { defineJob } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import { bind, defineStage, job, Queues, runStage } from '@rafid/pipeline'
import { createLogger, createMetrics, createTracer } from '@rafid/telemetry'
import type { Tracer } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { startCollector } from '../support/start-collector.ts'
import type { Collector } from '../support/start-collector.ts'
import { until } from '../support/until.ts'

const errorStatus = 2
const log = createLogger({}, 'fatal')
const tell = defineJob({
  name: 'tell',
  schema: z.object({ what: z.enum(['good', 'bad', 'wrong']) }),
  key: ({ what }) => what,
  attempts: 1,
  timeoutMs: 5_000,
})
const stage = defineStage({
  consumes: tell,
  emits: [],
  outcomes: ['told'],
  async handle({ what }) {
    if (what === 'bad') throw new PermanentError('tell.bad', 'no password=hunter2 must be told')
    if (what === 'wrong') throw new TypeError('a bug')
    return { outcome: 'told' }
  },
})

let collector: Collector
let redis: Redis
beforeEach(async () => {
  collector = await startCollector()
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
})
afterEach(async () => {
  redis.disconnect()
  await collector.close()
})

const tracerOf = async (ratio: number): Promise<Tracer> => {
  const about = { service: 'teller', version: '1', instance: 'teller-1', log }
  const tracer = await createTracer({ ...about, endpoint: `${collector.url}/`, ratio })
  if (tracer === null) throw new Error('no tracer')
  return tracer
}

/** Queues jobs and waits until each has been settled and told of. */
async function run(what: readonly ('good' | 'bad' | 'wrong')[], ratio = 1): Promise<{ traceId: string }> {
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}`, tracer: await tracerOf(ratio) }
  const queues = new Queues(home)
  const metrics = createMetrics()
  const running = runStage(bind(stage, {}), { ...home, concurrency: 1, depthMax: 100, log, metrics })
  const traceId = randomUUID().replaceAll('-', '')
  await queues.add(
    what.map((one) => job(tell, { what: one })),
    { traceId, startedAt: new Date().toISOString() },
  )
  await until(() => running.work().done + running.work().dead >= what.length)
  await running.drain(1_000)
  await queues.close()
  await home.tracer.close()
  return { traceId }
}

it('jobs that fail are spans that fail, with the code of their error and no word of its message', async () => {
  await run(['good', 'bad', 'wrong'])
  const spans = collector.spans.filter(({ name }) => name === 'process tell')
  const found = spans.map(({ status, attributes }) => [
    attributes['rafid.job.outcome'],
    attributes['error.type'],
    status?.code,
  ])
  expect(found).toEqual([
    ['told', undefined, 0],
    ['dead', 'tell.bad', errorStatus],
    ['dead', 'bug', errorStatus],
  ])
  expect(collector.bodies.join('')).not.toContain('hunter2')
})

it('what is queued together is one publication, and the parent of all that follows from it', async () => {
  const { traceId } = await run(['good', 'bad'])
  const publication = collector.spans.find(({ name }) => name === 'publish tell')
  expect(publication).toMatchObject({ traceId, attributes: { 'messaging.batch.message_count': 2 } })
  const parents = collector.spans.filter(({ name }) => name === 'process tell').map(({ parentSpanId }) => parentSpanId)
  expect(parents).toEqual([publication?.spanId, publication?.spanId])
})

it('of a share of nothing, nothing is told', async () => {
  await run(['good'], 0)
  expect(collector.spans).toEqual([])
})

it.each(['', 'nonsense', `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`, `00-${'a'.repeat(32)}-${'0'.repeat(16)}-01`])(
  'what is no parent (%s) is none: the trace begins under the id of the job',
  async (parent) => {
    const tracer = await tracerOf(1)
    const traceId = 'b'.repeat(32)
    const start = { name: 'process tell', kind: 'consumer', attributes: {}, parent, traceId } as const
    await tracer.within(start, async () => {})
    await tracer.close()
    expect(collector.spans).toMatchObject([{ traceId }])
    expect(collector.spans[0]?.parentSpanId ?? '').toBe('')
  },
)

it('a collector that is away holds up no stop, and the log says that spans were lost', async () => {
  const away = await startCollector()
  await away.close()
  const told = Promise.withResolvers<unknown>()
  const about = { service: 'teller', version: '1', instance: 'teller-1', ratio: 1 }
  const listener = { ...log, warn: (_: unknown, message?: string) => told.resolve(message) }
  const tracer = await createTracer({ ...about, endpoint: away.url, log: listener })
  await tracer?.within({ name: 'process tell', kind: 'consumer', attributes: {} }, async () => {})
  await tracer?.close()
  expect(await told.promise).toBe('spans were not sent')
})
