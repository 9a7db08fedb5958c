import { findStuck, flowsNow, remember } from '@rafid/operations'
import type { ProcessWork, StageFlow, Surroundings, Trouble, WatchMemory } from '@rafid/operations'
import { aliveForMs, listProcesses } from './heartbeats.ts'
import type { ProcessRecord } from './heartbeats.ts'
import type { QueueHome } from './queues.ts'
import { redisState } from './redis-state.ts'
import { snapshotQueues } from './snapshot.ts'

/** What is known of the pipeline at one moment. */
export type Watched = {
  readonly atMs: number
  readonly flows: readonly StageFlow[]
  readonly processes: readonly ProcessRecord[]
  readonly troubles: readonly Trouble[]
  readonly minutes: WatchMemory['minutes']
}

type Kept = { readonly memory: WatchMemory; readonly watched: Watched }

export type WatchOptions = QueueHome & {
  /** Names of the queues. */
  readonly queues: readonly string[]
  /** How long the feed that has been due longest is overdue, in milliseconds. */
  readonly feedOverdueMs: () => Promise<number>
}

/** Between two looks, in milliseconds. */
const lookEveryMs = 5_000

/** What was seen is forgotten when nobody has looked for so long, in milliseconds. */
const keptMs = 300_000

// One watcher at a time looks; who finds the turn taken reads what the other saw.
const turnScript = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`

/**
 * Looks at the pipeline every few seconds and remembers the last hour. Any number of gateways may watch and any number of
 * pages look on: Redis is asked by one of them, and as much whether a queue holds ten jobs or ten million.
 */
export class Watch {
  readonly #options: WatchOptions
  readonly #id = crypto.randomUUID()
  #timer: NodeJS.Timeout | null = null

  constructor(options: WatchOptions) {
    this.#options = options
  }

  /** @param onFailure told why a look failed; the next one follows all the same */
  start(onFailure: (error: unknown) => void): void {
    const look = (): void => void this.look().catch(onFailure)
    look()
    this.#timer = setInterval(look, lookEveryMs)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
  }

  /** Looks once, unless it is another watcher's turn. */
  async look(): Promise<void> {
    const { redis } = this.#options
    const isOurs = await redis.eval(turnScript, 1, keyOf(this.#options, 'turn'), this.#id, lookEveryMs * 3)
    if (isOurs !== 1) return
    const [kept, seen] = await Promise.all([lastKept(this.#options), this.#see()])
    const memory = remember(kept?.memory ?? null, { atMs: seen.atMs, processes: seen.work, queues: seen.queues })
    const flows = flowsNow(memory)
    const troubles = findStuck(flows, seen.surroundings)
    const watched = { atMs: seen.atMs, flows, processes: seen.processes, troubles, minutes: memory.minutes }
    await redis.set(keyOf(this.#options, 'state'), JSON.stringify({ memory, watched } satisfies Kept), 'PX', keptMs)
  }

  async #see() {
    const { queues: names, feedOverdueMs, ...home } = this.#options
    const [queues, processes, redis, overdueMs, time] = await Promise.all([
      snapshotQueues(home, names),
      listProcesses(home),
      redisState(home),
      feedOverdueMs(),
      home.redis.time(),
    ])
    const states = processes.map(({ id, loopDelayMs = 0, lastBeatMs }) => ({ id, loopDelayMs, lastBeatMs }))
    const surroundings: Surroundings = { processes: states, feedOverdueMs: overdueMs, redis }
    const work = processes.filter(({ lastBeatMs }) => lastBeatMs <= aliveForMs).map(workOf)
    return { atMs: Number(time[0]) * 1000 + Math.floor(Number(time[1]) / 1000), queues, processes, work, surroundings }
  }
}

/** What a watcher saw last; null while nobody watches. */
export async function lastWatched(home: QueueHome): Promise<Watched | null> {
  return (await lastKept(home))?.watched ?? null
}

async function lastKept(home: QueueHome): Promise<Kept | null> {
  const text = await home.redis.get(keyOf(home, 'state'))
  // Only a watcher writes there; what an older one wrote is gone after five minutes.
  return text === null ? null : (JSON.parse(text) as Kept)
}

function keyOf({ prefix }: Pick<QueueHome, 'prefix'>, part: 'state' | 'turn'): string {
  return `${prefix}:watch:${part}`
}

function workOf({ id, loopBusyMs = 0, stages }: ProcessRecord): ProcessWork {
  const known = stages.flatMap(({ name, concurrency, active, work }) => {
    return work === undefined ? [] : [{ stage: name, concurrency, active, ...work }]
  })
  return { id, loopBusyMs, stages: known }
}
