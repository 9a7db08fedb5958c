import { startHeartbeat } from '@rafid/pipeline'
import type { QueueHome, WorkerRecord } from '@rafid/pipeline'
import { until } from './until.ts'

/** A process that has beaten once, a minute ago, and was killed since: it never said good-bye. */
export async function plantSilentWorker({ redis, prefix }: QueueHome, record: WorkerRecord): Promise<void> {
  const [alive, records] = [`${prefix}:workers:alive`, `${prefix}:workers:records`]
  const stop = startHeartbeat({ redis, prefix }, () => record)
  await until(async () => (await redis.zscore(alive, record.id)) !== null)
  const score = Number(await redis.zscore(alive, record.id))
  await stop()
  await redis.hset(records, record.id, JSON.stringify(record))
  await redis.zadd(alive, score - 60_000, record.id)
}
