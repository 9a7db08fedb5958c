import { z } from 'zod'
import type { QueueHome } from './queues.ts'

const workerRecord = z.object({
  id: z.string(),
  service: z.string(),
  host: z.string(),
  pid: z.number(),
  startedAt: z.iso.datetime(),
  /** Where the process answers `/live`, `/ready` and `/metrics`. */
  healthUrl: z.string().nullable(),
  stages: z.array(z.object({ name: z.string(), concurrency: z.number(), active: z.number() })),
})

/** A process of the pipeline, as it describes itself. */
export type WorkerRecord = z.infer<typeof workerRecord>

/** A worker counts as alive this long after its last beat, in milliseconds. */
const aliveForMs = 15_000
const beatEveryMs = 5_000

const beatScript = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZADD', KEYS[1], ms + tonumber(ARGV[3]), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ms)) do
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
end
return 1
`

const listScript = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], ms, '+inf')
if #ids == 0 then return {} end
return redis.call('HMGET', KEYS[2], unpack(ids))
`

/**
 * Tells the others that this process lives, every five seconds.
 *
 * @param describe is asked at each beat
 * @returns a function that ends the beats and takes the process off the list
 */
export function startHeartbeat(home: QueueHome, describe: () => WorkerRecord): () => Promise<void> {
  const beat = async (): Promise<void> => {
    const record = describe()
    await home.redis.eval(beatScript, 2, ...keys(home), record.id, JSON.stringify(record), aliveForMs).catch(() => {}) // an outage of Redis is reported by the connection; the next beat follows
  }
  void beat()
  const timer = setInterval(() => void beat(), beatEveryMs)
  return async () => {
    clearInterval(timer)
    const [alive, records] = keys(home)
    await home.redis.multi().zrem(alive, describe().id).hdel(records, describe().id).exec()
  }
}

/** The processes that have beaten within the last 15 seconds. */
export async function listWorkers(home: QueueHome): Promise<WorkerRecord[]> {
  const rows = (await home.redis.eval(listScript, 2, ...keys(home))) as (string | null)[]
  return rows.flatMap((row) => (row === null ? [] : [workerRecord.parse(JSON.parse(row))]))
}

function keys({ prefix }: QueueHome): [alive: string, records: string] {
  return [`${prefix}:workers:alive`, `${prefix}:workers:records`]
}
