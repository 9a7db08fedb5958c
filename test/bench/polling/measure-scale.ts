import { performance } from 'node:perf_hooks'
import { Feeds } from '@rafid/catalog'
import { Queues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { queueDueFeeds } from '@rafid/scheduler/queue-due-feeds.ts'
import { Redis } from 'ioredis'
import { startRedis } from '../../support/start-redis.ts'
import { showProgress } from '../show-progress.ts'
import { median } from '../statistics.ts'
import { fillCatalog } from './fill-catalog.ts'

/** What a tick of the scheduler costs, in the median of several. */
export type TickCost = {
  readonly due: number
  /** Polls that the tick queued. */
  readonly queued: number
  readonly schedulerCpuMs: number
  readonly redisCpuMs: number
}

/** What so many feeds cost. */
export type ScaleOfFeeds = {
  readonly feeds: number
  readonly bytesPerFeed: number
  /** From the first connection of a scheduler to its first tick being over. */
  readonly startMs: number
  readonly ticks: readonly TickCost[]
}

/** One tick is too short to be measured: that of a process, and of Redis, counts in larger steps. */
const ticksOfOne = 30
const rounds = 5
const depthMax = 1_000_000

/** Fills a Redis of its own with feeds and lets a scheduler tick. */
export async function measureScale(asked: {
  feeds: readonly number[]
  due: readonly number[]
}): Promise<ScaleOfFeeds[]> {
  const progress = showProgress('feeds', asked.feeds.length)
  const measured: ScaleOfFeeds[] = []
  for (const feeds of asked.feeds) {
    measured.push(await measureOne(feeds, asked.due))
    progress.step()
  }
  return measured
}

async function measureOne(count: number, due: readonly number[]): Promise<ScaleOfFeeds> {
  const server = await startRedis({ appendonly: 'no' })
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  const home = { redis, prefix: '{bench}' }
  const queues = new Queues(home)
  try {
    const before = await usedBytes(redis)
    const ids = await fillCatalog(home, count)
    const bytesPerFeed = ((await usedBytes(redis)) - before) / count
    const startMs = await startScheduler(server.url)
    const ticks: TickCost[] = []
    for (const number of due) ticks.push(await tickCost({ home, queues, ids, due: Math.min(number, count) }))
    return { feeds: count, bytesPerFeed, startMs, ticks }
  } finally {
    await queues.close()
    redis.disconnect()
    await server.stop()
  }
}

async function startScheduler(url: string): Promise<number> {
  const began = performance.now()
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  const home = { redis, prefix: '{bench}' }
  const queues = new Queues(home)
  await queueDueFeeds({ feeds: new Feeds(home), queues, depthMax }, new Date(0))
  const tookMs = performance.now() - began
  await queues.close()
  redis.disconnect()
  return tookMs
}

async function tickCost(world: {
  home: QueueHome
  queues: Queues
  ids: readonly string[]
  due: number
}): Promise<TickCost> {
  const { home, queues, ids, due } = world
  const feeds = new Feeds(home)
  const costs: TickCost[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sum = { schedulerCpuMs: 0, redisCpuMs: 0, queued: 0 }
    for (let tick = 0; tick < ticksOfOne; tick += 1) {
      await makeDue(home, ids, { from: (round * ticksOfOne + tick) * due, due })
      await queues.queue('poll-feed').obliterate({ force: true })
      const redisBefore = await redisCpuMs(home.redis)
      const before = process.cpuUsage()
      sum.queued += await queueDueFeeds({ feeds, queues, depthMax }, new Date(0))
      const { user, system } = process.cpuUsage(before)
      sum.schedulerCpuMs += (user + system) / 1000
      sum.redisCpuMs += (await redisCpuMs(home.redis)) - redisBefore
    }
    costs.push({
      due,
      queued: sum.queued / ticksOfOne,
      schedulerCpuMs: sum.schedulerCpuMs / ticksOfOne,
      redisCpuMs: sum.redisCpuMs / ticksOfOne,
    })
  }
  const middle = (of: (cost: TickCost) => number): number => median(costs.map(of))
  return {
    due,
    queued: middle((cost) => cost.queued),
    schedulerCpuMs: middle((cost) => cost.schedulerCpuMs),
    redisCpuMs: middle((cost) => cost.redisCpuMs),
  }
}

async function makeDue(
  { redis, prefix }: QueueHome,
  ids: readonly string[],
  { from, due }: { from: number; due: number },
): Promise<void> {
  const chosen = Array.from({ length: due }, (_, index) => ids[(from + index) % ids.length] ?? '')
  if (due > 0) await redis.zadd(`${prefix}:feeds:due`, ...chosen.flatMap((id) => [1, id]))
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1])
}

async function redisCpuMs(redis: Redis): Promise<number> {
  const text = await redis.info('cpu')
  const seconds = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(text)?.[1])
  return (seconds('used_cpu_sys') + seconds('used_cpu_user')) * 1000
}
