import { randomUUID } from 'node:crypto'
import { defineJob } from '@rafid/contracts'
import { bind, defineStage, job, lastWatched, Queues, runStage, startHeartbeat, Watch } from '@rafid/pipeline'
import type { RunningStage } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { startRedis } from '../support/start-redis.ts'
import { until } from '../support/until.ts'

const count = defineJob({
  name: 'count',
  schema: z.object({ n: z.number() }),
  key: ({ n }) => `n${n}`,
  attempts: 1,
  timeoutMs: 60_000,
})
const stage = defineStage({
  consumes: count,
  emits: [],
  outcomes: ['counted'],
  async handle({ n }, { wait }: { readonly wait: (n: number) => Promise<void> }) {
    await wait(n)
    return { outcome: 'counted' }
  },
})

let redis: Redis
let home: { redis: Redis; prefix: string }
let running: RunningStage[]
let stops: (() => Promise<void>)[]
beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  running = []
  stops = []
})
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await Promise.all(running.map((one) => one.drain(0)))
  redis.disconnect()
})

const watchOf = (): Watch => new Watch({ ...home, queues: ['count'], feedOverdueMs: async () => 0 })

async function add(...numbers: number[]): Promise<void> {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: new Date().toISOString() }
  await queues.add(
    numbers.map((n) => job(count, { n })),
    trace,
  )
  await queues.close()
}

function work(wait: (n: number) => Promise<void>): void {
  const options = { ...home, concurrency: 2, depthMax: 1_000, log: createLogger({}, 'fatal'), metrics: createMetrics() }
  const one = runStage(bind(stage, { wait }), options)
  running.push(one)
  const about = { id: `p${running.length}`, service: 'counter', host: 'h', pid: 1, healthUrl: null, loopBusyMs: 5 }
  const describe = () => {
    const { stage: name, concurrency, active, ...done } = one.work()
    return { name, concurrency, active, work: { ...done, service: [...done.service], wait: [...done.wait] } }
  }
  stops.push(startHeartbeat(home, () => ({ ...about, startedAt: new Date().toISOString(), stages: [describe()] })))
}

it('sees what waits, who works and what was done', async () => {
  const watch = watchOf()
  await add(1, 2, 3)
  await watch.look()
  expect(await lastWatched(home)).toMatchObject({ flows: [{ name: 'count', waiting: 3, workers: 0 }], processes: [] })
  work(async () => {})
  await until(async () => {
    await watch.look()
    const flow = (await lastWatched(home))?.flows[0]
    return flow?.workers === 1 && flow.settledPerSecond > 0
  })
  expect(await lastWatched(home)).toMatchObject({
    flows: [{ waiting: 0, slots: 2, errorShare: 0, waitMs: { p50: expect.any(Number) } }],
    processes: [{ id: 'p1', service: 'counter' }],
  })
})

it('asks Redis as much whether few or many jobs wait, and one of several watchers asks', async () => {
  // A server that no other test speaks to at the same time.
  const server = await startRedis()
  stops.push(() => server.stop())
  redis.disconnect()
  redis = new Redis(server.url, { maxRetriesPerRequest: null })
  home = { ...home, redis }
  const commands = async (): Promise<number> => {
    const [one, other] = [watchOf(), watchOf()]
    const before = await processed()
    await one.look()
    const after = await processed()
    await other.look()
    // A watcher whose turn it is not asks whose it is, and no more.
    expect((await processed()) - after).toBeLessThan(6)
    await redis.del(`${home.prefix}:watch:turn`)
    return after - before
  }
  const few = await commands()
  await add(...Array.from({ length: 2_000 }, (_, n) => n))
  expect(await commands()).toBeLessThanOrEqual(few + 2)
})

async function processed(): Promise<number> {
  return Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1])
}

it('tells of a queue that was paused, and how long its jobs have waited', async () => {
  const queues = new Queues(home)
  await queues.queue('count').pause()
  await queues.close()
  await add(1)
  const watch = watchOf()
  await watch.look()
  expect((await lastWatched(home))?.flows[0]).toMatchObject({ isPaused: true, waiting: 1 })
})
