import { findStuck, flowsNow, remember, searchableDelay } from '@rafid/operations'
import type { ProcessWork, SearchableDelay, StageFlow, Surroundings, Trouble, WatchMemory } from '@rafid/operations'
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
  /** From publication to search over the last hour; a watcher of an older Rafid does not tell. */
  readonly searchable?: SearchableDelay
}

/** What a look has brought, and what the next one goes on from. */
export type Sight = { readonly memory: WatchMemory; readonly watched: Watched }

export type LookOptions = QueueHome & {
  /** Names of the queues. */
  readonly queues: readonly string[]
  /** How long the feed that has been due longest is overdue, in milliseconds. */
  readonly feedOverdueMs: () => Promise<number>
}

/**
 * Looks at the pipeline once. It changes nothing.
 *
 * @param before what was seen until now; without it nothing is known of rates
 */
export async function look(options: LookOptions, before: WatchMemory | null): Promise<Sight> {
  const { queues: names, feedOverdueMs, ...home } = options
  const [queues, processes, redis, overdueMs, time] = await Promise.all([
    snapshotQueues(home, names),
    listProcesses(home),
    redisState(home),
    feedOverdueMs(),
    home.redis.time(),
  ])
  const atMs = Number(time[0]) * 1000 + Math.floor(Number(time[1]) / 1000)
  const states = processes.map(({ id, loopDelayMs = 0, lastBeatMs }) => ({ id, loopDelayMs, lastBeatMs }))
  const surroundings: Surroundings = { processes: states, feedOverdueMs: overdueMs, redis }
  const work = processes.filter(({ lastBeatMs }) => lastBeatMs <= aliveForMs).map(workOf)
  const memory = remember(before, { atMs, processes: work, queues })
  const flows = flowsNow(memory)
  const troubles = findStuck(flows, surroundings)
  const { minutes } = memory
  return { memory, watched: { atMs, flows, processes, troubles, minutes, searchable: searchableDelay(memory) } }
}

function workOf({ id, loopBusyMs = 0, stages, searchable }: ProcessRecord): ProcessWork {
  const known = stages.flatMap(({ name, concurrency, active, work }) => {
    return work === undefined ? [] : [{ stage: name, concurrency, active, ...work }]
  })
  return { id, loopBusyMs, stages: known, ...(searchable !== undefined && { searchable }) }
}
