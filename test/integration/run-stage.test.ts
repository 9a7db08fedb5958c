import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { defineJob } from '@rafid/contracts'
import { Deferred, PermanentError, TransientError } from '@rafid/errors'
import {
  bind,
  DeadLetters,
  defineStage,
  job,
  listWorkers,
  Queues,
  runStage,
  snapshotQueues,
  startHeartbeat,
} from '@rafid/pipeline'
import type { BoundStage, JobContext, RunningStage } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { until } from '../support/until.ts'

const count = defineJob({
  name: 'count',
  schema: z.object({ n: z.number() }),
  key: ({ n }) => `n${n}`,
  attempts: 3,
  timeoutMs: 1_000,
})
const next = defineJob({
  name: 'next',
  schema: z.object({ n: z.number() }),
  key: ({ n }) => `n${n}`,
  attempts: 3,
  timeoutMs: 1_000,
})

const log = createLogger({}, 'error')
let redis: Redis
let prefix: string
let running: RunningStage[]

beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  prefix = `{t${randomUUID().slice(0, 8)}}`
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((stage) => stage.drain(0)))
  redis.disconnect()
})

type Handle = (
  payload: { n: number },
  context: JobContext,
) => Promise<{ outcome: 'counted'; emit?: ReturnType<typeof job<'next', { n: number }>>[] }>

const stageOf = (handle: Handle): BoundStage =>
  bind(
    defineStage({
      consumes: count,
      emits: [next],
      outcomes: ['counted'],
      handle: (payload, _deps: null, context) => handle(payload, context),
    }),
    null,
  )

async function start(stage: BoundStage, over: Partial<Parameters<typeof runStage>[1]> = {}): Promise<RunningStage> {
  const metrics = createMetrics()
  const started = runStage(stage, {
    redis,
    prefix,
    concurrency: 5,
    depthMax: 100,
    log,
    metrics,
    random: () => 0.01,
    ...over,
  })
  running.push(started)
  await started.ready()
  return started
}

const trace = { traceId: 'trace-1', startedAt: '2026-01-01T00:00:00.000Z' }
const add = (...numbers: number[]) =>
  new Queues({ redis, prefix }).add(
    numbers.map((n) => job(count, { n })),
    trace,
  )
const snapshot = async (name: string) => (await snapshotQueues({ redis, prefix }, [name]))[0]
const idle = async () => {
  const now = await snapshot('count')
  return now !== undefined && now.waiting + now.active + now.delayed === 0
}

it('carries the trace from a job to the jobs that follow', async () => {
  const traces: string[] = []
  await start(
    stageOf(async ({ n }, context) => (traces.push(context.traceId), { outcome: 'counted', emit: [job(next, { n })] })),
  )
  await add(1)
  await until(async () => (await snapshot('next'))?.waiting === 1)
  const queued = await new Queues({ redis, prefix }).queue('next').getWaiting(0, 0)
  expect(traces).toEqual(['trace-1'])
  expect(queued[0]?.data).toEqual({ ...trace, payload: { n: 1 } })
})

it('keeps one of several queued jobs with one key, and takes the key again once the job is done', async () => {
  let runs = 0
  await add(7, 7)
  await add(7)
  expect((await snapshot('count'))?.waiting).toBe(1)
  await start(stageOf(async () => ((runs += 1), { outcome: 'counted' })))
  await until(idle)
  await add(7)
  await until(async () => runs === 2 && (await idle()))
})

it('tries a transient failure again and gives up after its attempts', async () => {
  const attempts: number[] = []
  await start(
    stageOf(async (_payload, context) => {
      attempts.push(context.attempt)
      throw new TransientError('net.connect', 'refused')
    }),
  )
  await add(1)
  await until(async () => (await snapshot('count'))?.failed === 1)
  expect(attempts).toEqual([1, 2, 3])
  const [letter] = await new DeadLetters({ redis, prefix }).list('count')
  expect(letter).toMatchObject({
    code: 'net.connect',
    message: 'refused',
    attempts: 3,
    traceId: 'trace-1',
    payload: { n: 1 },
  })
})

it('makes a dead letter of a permanent failure at once, and redrives it with all its attempts', async () => {
  let broken = true
  let runs = 0
  await start(
    stageOf(async () => {
      runs += 1
      if (broken) throw new PermanentError('http.status', '404')
      return { outcome: 'counted' }
    }),
  )
  await add(1)
  await until(async () => (await snapshot('count'))?.failed === 1)
  expect(runs).toBe(1)
  const dead = new DeadLetters({ redis, prefix })
  const [letter] = await dead.list('count')
  broken = false
  expect(await dead.redrive('count', letter?.id ?? '')).toBe(true)
  await until(async () => runs === 2 && (await idle()))
  expect((await snapshot('count'))?.failed).toBe(0)
  expect(await dead.redrive('count', letter?.id ?? '')).toBe(false)
})

it('does not let a kept dead letter swallow later work of the same key', async () => {
  let runs = 0
  await start(
    stageOf(async () => {
      runs += 1
      throw new PermanentError('http.status', '404')
    }),
  )
  await add(1)
  await until(async () => runs === 1 && (await idle()))
  await add(1)
  await until(async () => runs === 2)
})

it('spends no attempt on a deferred job', async () => {
  const attempts: number[] = []
  await start(
    stageOf(async (_payload, context) => {
      attempts.push(context.attempt)
      if (attempts.length < 5) throw new Deferred('host.busy', 5)
      return { outcome: 'counted' }
    }),
  )
  await add(1)
  await until(async () => attempts.length === 5 && (await idle()))
  expect(attempts).toEqual([1, 1, 1, 1, 1])
})

it('makes a dead letter of a payload that does not fit', async () => {
  await start(stageOf(async () => ({ outcome: 'counted' })))
  await new Queues({ redis, prefix }).queue('count').add('count', { ...trace, payload: { n: 'many' } })
  await until(async () => (await snapshot('count'))?.failed === 1)
  const [letter] = await new DeadLetters({ redis, prefix }).list('count')
  expect(letter?.code).toBe('payload.invalid')
})

it('frees the slot of a handler that hangs and ignores its signal', async () => {
  const quick = defineJob({ ...count, attempts: 1, timeoutMs: 30 })
  const done: number[] = []
  const stage = defineStage({
    consumes: quick,
    emits: [],
    outcomes: ['counted'],
    async handle({ n }, _deps: null) {
      if (n === 1) await new Promise(() => {})
      done.push(n)
      return { outcome: 'counted' }
    },
  })
  await start(bind(stage, null), { concurrency: 1 })
  await add(1, 2)
  await until(async () => done.length === 1 && (await idle()))
  const [letter] = await new DeadLetters({ redis, prefix }).list('count')
  expect(letter).toMatchObject({ code: 'job.timeout', payload: { n: 1 } })
})

it('hands jobs back unspent when they outlive the deadline of a stop', async () => {
  const started = Promise.withResolvers<void>()
  const worker = await start(
    stageOf(async (_payload, { signal }) => {
      started.resolve()
      await once(signal, 'abort')
      throw new Error('interrupted')
    }),
  )
  await add(1)
  await started.promise
  await worker.drain(0)
  expect(await snapshot('count')).toMatchObject({ waiting: 1, active: 0, failed: 0 })
  const attempts: number[] = []
  await start(stageOf(async (_payload, context) => (attempts.push(context.attempt), { outcome: 'counted' })))
  await until(idle)
  expect(attempts).toEqual([1])
})

it('lets a job in hand finish when it does so within the deadline', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const worker = await start(stageOf(async () => (started.resolve(), await finish.promise, { outcome: 'counted' })))
  await add(1)
  await started.promise
  const drained = worker.drain(10_000)
  finish.resolve()
  await drained
  expect(await snapshot('count')).toMatchObject({ waiting: 0, active: 0, failed: 0 })
})

it('takes no job while the queue after it is too deep, and goes on when it is not', async () => {
  let runs = 0
  await new Queues({ redis, prefix }).add(
    [1, 2, 3].map((n) => job(next, { n })),
    trace,
  )
  await start(
    stageOf(async () => ((runs += 1), { outcome: 'counted' })),
    { depthMax: 2 },
  )
  await until(async () => running[0]?.held() === true)
  await add(10, 11, 12)
  // A worker that was already reaching for a job when it was held may still get that one.
  await until(async () => (await snapshot('count'))?.active === 0)
  expect((await snapshot('count'))?.waiting).toBeGreaterThanOrEqual(2)
  expect(runs).toBeLessThanOrEqual(1)
  await new Queues({ redis, prefix }).queue('next').drain()
  await until(async () => runs === 3 && (await idle()))
})

it('tells how deep and how old a queue is', async () => {
  await add(1, 2)
  const now = await snapshot('count')
  expect(now).toMatchObject({ name: 'count', waiting: 2, active: 0, delayed: 0, failed: 0 })
  expect(now?.oldestWaitingMs).toBeGreaterThanOrEqual(0)
  expect((await snapshot('next'))?.oldestWaitingMs).toBeNull()
})

it('lists the processes that live and forgets one that says good-bye', async () => {
  const record = {
    id: 'w1',
    service: 'parser',
    host: 'h',
    pid: 1,
    startedAt: trace.startedAt,
    healthUrl: null,
    stages: [],
  }
  const stop = startHeartbeat({ redis, prefix }, () => record)
  await until(async () => (await listWorkers({ redis, prefix })).length === 1)
  expect(await listWorkers({ redis, prefix })).toEqual([record])
  await stop()
  expect(await listWorkers({ redis, prefix })).toEqual([])
})
