import type { QueueDepth } from '@rafid/operations'
import type { QueueHome } from './queues.ts'

// One call for all queues: BullMQ's own counts and lists cost four times as much and cannot tell the age.
const script = `
local now = redis.call('TIME')
local rows = {}
for i, base in ipairs(ARGV) do
  local oldest = redis.call('LINDEX', base .. ':wait', -1)
  local first = redis.call('ZRANGE', base .. ':delayed', 0, 0, 'WITHSCORES')
  local since = oldest and redis.call('HGET', base .. ':' .. oldest, 'timestamp') or ''
  rows[i] = { redis.call('LLEN', base .. ':wait') + redis.call('ZCARD', base .. ':prioritized'),
    redis.call('LLEN', base .. ':active'), redis.call('ZCARD', base .. ':delayed'),
    redis.call('ZCARD', base .. ':failed'), since or '', redis.call('HEXISTS', base .. ':meta', 'paused'),
    first[2] or '' }
end
return { now[1] .. string.format('%03d', math.floor(now[2] / 1000)), rows }
`

type Row = [
  waiting: number,
  active: number,
  delayed: number,
  failed: number,
  since: string,
  paused: number,
  firstDelayed: string,
]

/** BullMQ leaves so many places for jobs of one millisecond. */
const delayedScoresPerMs = 0x1000

/** Depth and lag of the named queues, read at once. */
export async function snapshotQueues({ redis, prefix }: QueueHome, names: readonly string[]): Promise<QueueDepth[]> {
  const bases = names.map((name) => `${prefix}:${name}`)
  const [now, rows] = (await redis.eval(script, 0, ...bases)) as [string, Row[]]
  return rows.map(([waiting, active, delayed, failed, since, paused, firstDelayed], index) => ({
    name: names[index] ?? '',
    waiting,
    active,
    delayed,
    failed,
    oldestWaitingMs: since === '' ? null : Math.max(0, Number(now) - Number(since)),
    isPaused: paused === 1,
    delayedOverdueMs:
      firstDelayed === '' ? 0 : Math.max(0, Math.floor(Number(now) - Number(firstDelayed) / delayedScoresPerMs)),
  }))
}
