import { z } from 'zod'
import type { QueueHome } from './queues.ts'

const stageWork = z.object({
  done: z.number(),
  retried: z.number(),
  dead: z.number(),
  deferred: z.number(),
  busyMs: z.number(),
  service: z.array(z.number()),
  wait: z.array(z.number()),
  oldestActiveMs: z.number().nullable(),
})

/** A process of an older Rafid tells less. */
const workerRecord = z.object({
  id: z.string(),
  service: z.string(),
  host: z.string(),
  pid: z.number(),
  startedAt: z.iso.datetime(),
  /** Where the process answers `/live`, `/ready` and `/metrics`. */
  healthUrl: z.string().nullable(),
  stages: z.array(
    z.object({ name: z.string(), concurrency: z.number(), active: z.number(), work: stageWork.optional() }),
  ),
  version: z.string().optional(),
  memoryBytes: z.number().optional(),
  loopBusyMs: z.number().optional(),
  loopDelayMs: z.number().optional(),
  /** Takes no new job, ends those in hand and stops. */
  isDraining: z.boolean().optional(),
  /** New articles it has made searchable, counted by how long that was after their publication. */
  searchable: z.array(z.number()).optional(),
})

/** A process of the pipeline, as it describes itself. */
export type WorkerRecord = z.infer<typeof workerRecord>

/** A worker counts as alive this long after its last beat, in milliseconds. */
export const aliveForMs = 15_000
/** Those who fell silent without a good-bye are told of for so long, in milliseconds. */
const rememberedForMs = 120_000
const beatEveryMs = 5_000

const beatScript = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZADD', KEYS[1], ms + tonumber(ARGV[3]), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ms)) do
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
  redis.call('HDEL', KEYS[3], id)
end
return redis.call('HGET', KEYS[3], ARGV[1])
`

const orderScript = `
local record = redis.call('HGET', KEYS[2], ARGV[1])
if record then redis.call('HSET', KEYS[3], ARGV[1], 'drain') end
return record
`

const listScript = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
local rows = {}
local found = redis.call('ZRANGEBYSCORE', KEYS[1], ms, '+inf', 'WITHSCORES')
for i = 1, #found, 2 do
  local record = redis.call('HGET', KEYS[2], found[i])
  if record then rows[#rows + 1] = { record, ms + tonumber(ARGV[1]) - tonumber(found[i + 1]) } end
end
return rows
`

/**
 * Tells the others that this process lives, every five seconds, and learns with the same round trip what it is to do.
 *
 * @param describe is asked at each beat
 * @param onDrain told once when somebody wants this process to drain
 * @returns a function that ends the beats and takes the process off the list
 */
export function startHeartbeat(
  home: QueueHome,
  describe: () => WorkerRecord,
  onDrain: () => void = () => {},
): () => Promise<void> {
  let isTold = false
  const beat = async (): Promise<void> => {
    const record = describe()
    const order: unknown = await home.redis
      .eval(beatScript, 3, ...keys(home), record.id, JSON.stringify(record), rememberedForMs)
      .catch(() => null) // an outage of Redis is reported by the connection; the next beat follows
    if (order !== 'drain' || isTold) return
    isTold = true
    onDrain()
  }
  void beat()
  const timer = setInterval(() => void beat(), beatEveryMs)
  return async () => {
    clearInterval(timer)
    const [alive, records, orders] = keys(home)
    const { id } = describe()
    await home.redis.multi().zrem(alive, id).hdel(records, id).hdel(orders, id).exec()
  }
}

/** A process with the time since its last beat, in milliseconds. */
export type ProcessRecord = WorkerRecord & { readonly lastBeatMs: number }

/** The processes that have beaten within the last two minutes and have not said good-bye. */
export async function listProcesses(home: QueueHome): Promise<ProcessRecord[]> {
  const [alive, records] = keys(home)
  const rows = (await home.redis.eval(listScript, 2, alive, records, rememberedForMs)) as [string, number][]
  return rows.map(([row, lastBeatMs]) => ({ ...workerRecord.parse(JSON.parse(row)), lastBeatMs }))
}

/** The processes that have beaten within the last 15 seconds. */
export async function listWorkers(home: QueueHome): Promise<WorkerRecord[]> {
  const processes = await listProcesses(home)
  return processes.flatMap(({ lastBeatMs, ...record }) => (lastBeatMs <= aliveForMs ? [record] : []))
}

/**
 * Leaves word for a process to drain: at its next beat it takes no new job, ends those in hand and stops. An order that
 * its process has not come for goes with its record.
 *
 * @returns what is known of the process; null when there is none of that id, and nothing is ordered
 */
export async function orderDrain(home: QueueHome, id: string): Promise<WorkerRecord | null> {
  const record = await home.redis.eval(orderScript, 3, ...keys(home), id)
  return typeof record === 'string' ? workerRecord.parse(JSON.parse(record)) : null
}

function keys({ prefix }: QueueHome): [alive: string, records: string, orders: string] {
  return [`${prefix}:workers:alive`, `${prefix}:workers:records`, `${prefix}:workers:orders`]
}
