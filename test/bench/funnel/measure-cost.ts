import { readFileSync } from 'node:fs'
import type { QueueHome } from '@rafid/pipeline'
import { startHouse } from '../../support/start-house.ts'
import type { House } from '../../support/start-house.ts'
import { startReplay } from '../../support/start-replay.ts'
import { allDone } from './all-done.ts'

/** What it took to bring replayed pages into the index. */
export type RunCost = {
  readonly articles: number
  readonly articlesPerSecond: number
  /** Processor time of all services, and of Redis, in milliseconds. */
  readonly cpuMsPerArticle: number
  readonly redisCpuMsPerArticle: number
  /** Memory of all keys of the trace in Redis, by item; 0 without tracing. */
  readonly bytesPerItem: number
}

/** `/proc` counts in hundredths of a second. */
const tickMs = 10

/** What every run of the benchmark has in common: no politeness, and no second poll. */
export const benchEnv = { RAFID_POLL_MIN_MS: '3600000', RAFID_POLL_MAX_MS: '3600000', RAFID_LOG_LEVEL: 'warn' }

/** Runs all services on replayed pages until nothing is left to do. */
export async function measureCost(
  program: string,
  { traceDays, args }: { readonly traceDays: number; readonly args: readonly string[] },
): Promise<RunCost> {
  await using replay = await startReplay(program, args)
  const env = { ...benchEnv, RAFID_HTTP_PROXY: replay.proxy, RAFID_TRACE_DAYS: String(traceDays) }
  await using house = await startHouse({ allow: [], env })
  const before = await cpuOf(house)
  const startedMs = performance.now()
  await house.addFeeds(replay.feedUrls)
  await allDone(house)
  const seconds = (performance.now() - startedMs) / 1000
  const after = await cpuOf(house)
  const { articles } = await house.pipeline()
  return {
    articles: articles.articles,
    articlesPerSecond: articles.articles / seconds,
    cpuMsPerArticle: (after.servicesMs - before.servicesMs) / articles.articles,
    redisCpuMsPerArticle: (after.redisMs - before.redisMs) / articles.articles,
    bytesPerItem: await house.withRedis(bytesPerItem),
  }
}

async function cpuOf(house: House): Promise<{ servicesMs: number; redisMs: number }> {
  const pids = Object.values(house.fleet.status()).flatMap((members) => members.flatMap(({ pid }) => pid ?? []))
  const servicesMs = pids.reduce((sum, pid) => sum + cpuMsOfProcess(pid), 0)
  const info = await house.withRedis(({ redis }) => redis.info('cpu'))
  const seconds = ['used_cpu_user', 'used_cpu_sys'].map((name) =>
    Number(new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]),
  )
  return { servicesMs, redisMs: seconds.reduce((sum, one) => sum + one * 1000, 0) }
}

/** Source: proc_pid_stat(5), fields 14 and 15, counted after the name, which may hold blanks. */
function cpuMsOfProcess(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * tickMs
}

async function bytesPerItem({ redis, prefix }: QueueHome): Promise<number> {
  const keys = await redis.keys(`${prefix}:trace:*`)
  const items = keys.filter((key) => key.includes(':trace:item:')).length
  if (items === 0) return 0
  const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) / items
}
