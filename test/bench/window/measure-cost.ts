import type { Article } from '@rafid/contracts'
import { Redis } from 'ioredis'
import { startRedis } from '../../support/start-redis.ts'
import { showProgress } from '../show-progress.ts'
import { decider } from './decider.ts'
import { filledTemplate, inventedArticle } from './invented-news.ts'

/** What a new article costs at one size of the window. */
export type WindowCost = {
  readonly articles: number
  /** Memory of Redis over articles in the window. */
  readonly bytesPerArticle: number
  readonly commandsPerArticle: number
  readonly roundTripsPerArticle: number
  readonly redisCpuMs: number
  readonly workerCpuMs: number
}

/** Articles that are measured at each size. */
const measured = 1_000
/** Round trips at once while the window fills. */
const fillers = 32
const hours = 168

/** Fills a window with news and measures new articles at some sizes. */
export function costOfNews(sizes: readonly number[]): Promise<WindowCost[]> {
  return measure(sizes, inventedArticle, 'window')
}

/** The worst case: a window of one template only, which is in every posting list. */
export async function costOfTemplate(times: number): Promise<WindowCost | null> {
  return times === 0 ? null : ((await measure([times], filledTemplate, 'template'))[0] ?? null)
}

async function measure(
  sizes: readonly number[],
  articleOf: (number: number) => Article,
  label: string,
): Promise<WindowCost[]> {
  const server = await startRedis({ appendonly: 'no' })
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  const decide = decider({ redis, prefix: '{bench}' }, hours)
  const progress = showProgress(label, Math.max(...sizes))
  const costs: WindowCost[] = []
  let next = 0
  const take = async (until: number): Promise<void> => {
    while (next < until) {
      next += 1
      progress.step()
      await decide(articleOf(next))
    }
  }
  try {
    const empty = await usedBytes(redis)
    for (const size of sizes.toSorted((one, other) => one - other)) {
      await Promise.all(Array.from({ length: fillers }, () => take(Math.max(0, size - measured))))
      const before = await counters(redis)
      const cpu = process.cpuUsage()
      await take(size)
      const { user, system } = process.cpuUsage(cpu)
      const after = await counters(redis)
      costs.push({
        articles: size,
        bytesPerArticle: ((await usedBytes(redis)) - empty) / size,
        commandsPerArticle: (after.commands - before.commands) / measured,
        roundTripsPerArticle: (after.roundTrips - before.roundTrips) / measured,
        redisCpuMs: (after.cpuMs - before.cpuMs) / measured,
        workerCpuMs: (user + system) / 1000 / measured,
      })
    }
    return costs
  } finally {
    redis.disconnect()
    await server.stop()
  }
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1])
}

/** Scripts are the round trips; what they call is counted as commands too. */
async function counters(redis: Redis): Promise<{ commands: number; roundTrips: number; cpuMs: number }> {
  const [stats, cpu] = await Promise.all([redis.info('commandstats'), redis.info('cpu')])
  const calls = [...stats.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)].map(
    ([, name, count]) => [name, Number(count)] as const,
  )
  const seconds = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(cpu)?.[1])
  return {
    commands: calls.reduce((sum, [, count]) => sum + count, 0),
    roundTrips: calls.filter(([name]) => name?.startsWith('eval')).reduce((sum, [, count]) => sum + count, 0),
    cpuMs: (seconds('used_cpu_sys') + seconds('used_cpu_user')) * 1000,
  }
}
