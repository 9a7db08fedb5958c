import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { defineJob } from '@rafid/contracts'
import { advise, lagTarget } from '@rafid/operations'
import type { StageFlow } from '@rafid/operations'
import { bind, defineStage, job, lastWatched, Queues, runStage, startHeartbeat, Watch } from '@rafid/pipeline'
import type { RunningStage } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { startRedis } from '../support/start-redis.ts'
import type { RedisServer } from '../support/start-redis.ts'
import { until } from '../support/until.ts'

/** A worker does so many jobs at once, each of so many milliseconds: 25 a second. */
const slots = 5
const serviceMs = 200
const arrivalsPerSecond = 40
const backlog = 900

const work = defineJob({
  name: 'work',
  schema: z.object({ n: z.number() }),
  key: ({ n }) => `n${n}`,
  attempts: 1,
  timeoutMs: 60_000,
})
const stage = defineStage({
  consumes: work,
  emits: [],
  outcomes: ['done'],
  async handle() {
    await pause(serviceMs)
    return { outcome: 'done' }
  },
})

let server: RedisServer
let redis: Redis
let home: { redis: Redis; prefix: string }
let queues: Queues
let stops: (() => Promise<unknown>)[]
beforeEach(async () => {
  server = await startRedis()
  redis = new Redis(server.url, { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  queues = new Queues(home)
  stops = []
})
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop()
  await queues.close()
  redis.disconnect()
  await server.stop()
})

let added = 0
const add = (count: number) =>
  queues.add(
    Array.from({ length: count }, () => job(work, { n: (added += 1) })),
    { traceId: 'a'.repeat(32), startedAt: '2026-01-01T00:00:00.000Z' },
  )

function startWorker(number: number): void {
  const options = {
    ...home,
    concurrency: slots,
    depthMax: 10_000,
    log: createLogger({}, 'fatal'),
    metrics: createMetrics(),
  }
  const running: RunningStage = runStage(bind(stage, {}), options)
  stops.push(() => running.drain(1_000))
  const about = { id: `w${number}`, service: 'worker', host: 'h', pid: number, healthUrl: null }
  const describe = () => {
    const { stage: name, concurrency, active, ...done } = running.work()
    return { name, concurrency, active, work: { ...done, service: [...done.service], wait: [...done.wait] } }
  }
  const startedAt = new Date().toISOString()
  stops.push(startHeartbeat(home, () => ({ ...about, startedAt, stages: [describe()] })))
}

/** So many a second, however late the timer is. */
function startArrivals(): void {
  const startedMs = performance.now()
  let arrived = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedMs) / 1000) * arrivalsPerSecond) - arrived
    arrived += due
    if (due > 0) void add(due)
  }, 50)
  stops.push(async () => clearInterval(timer))
}

/** What is known of the stage once so many workers have told of themselves, and rates are those of a span of time. */
async function flowOf(watch: Watch, workers: number): Promise<StageFlow> {
  let known: StageFlow | undefined
  await until(async () => {
    await watch.look()
    known = (await lastWatched(home))?.flows[0]
    return known?.workers === workers && known.capacityPerWorker !== null && known.settledPerSecond > 0
  }, 200)
  if (known === undefined) throw new Error('nothing was seen')
  return known
}

/** The second of two flows that are a beat of all workers apart. */
async function settledFlow(watch: Watch): Promise<StageFlow> {
  const first = await flowOf(watch, 1)
  let next = first
  // What a beat tells of is ten seconds' work by then.
  await until(async () => {
    next = await flowOf(watch, 1)
    return next.settledPerSecond !== first.settledPerSecond && next.arrivalsPerSecond > arrivalsPerSecond / 2
  }, 500)
  return next
}

it('followed, brings the lag under its target, in the time it foretold', { timeout: 180_000 }, async () => {
  const watch = new Watch({ ...home, queues: ['work'], feedOverdueMs: async () => 0 })
  await add(backlog)
  startWorker(1)
  startArrivals()
  const before = advise(await settledFlow(watch), lagTarget)
  expect(before.drainSeconds, 'one worker never gets there').toBeNull()
  expect(before.utilisation).toBeGreaterThan(1)
  expect(before.workersNeeded).toBe(3)

  for (let number = 2; number <= (before.workersNeeded ?? 0); number += 1) startWorker(number)
  const foretold = advise(await flowOf(watch, 3), lagTarget).drainSeconds ?? 0
  const startedMs = performance.now()
  await until(async () => (await queues.depth('work')) === 0, 50)
  const seen = (performance.now() - startedMs) / 1000
  expect(foretold).toBeLessThanOrEqual(lagTarget.lagSeconds)
  expect(seen).toBeLessThanOrEqual(lagTarget.lagSeconds)
  expect(Math.abs(foretold - seen) / seen, `foretold ${foretold.toFixed(1)} s, seen ${seen.toFixed(1)} s`).toBeLessThan(
    0.3,
  )
})
