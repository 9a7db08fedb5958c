import type { StageFlow } from './stage-flow.ts'

/** Something that will not go on by itself, as a code with the facts that it is told from. */
export type Trouble = {
  readonly code:
    /** Jobs wait and no worker of the stage is alive. */
    | 'stage.no_workers'
    /** Jobs wait and the queue was paused by somebody. */
    | 'stage.paused'
    /** Jobs are in hand and none was settled for longer than they usually take. */
    | 'stage.hung'
    /** Jobs were taken by a worker that no longer beats. */
    | 'stage.worker_lost'
    /** Delayed jobs are due and nobody moves them. */
    | 'stage.delayed_stuck'
    /** Most deliveries fail. */
    | 'stage.failing'
    /** Feeds are due and nobody polls them. */
    | 'schedule.lost'
    | 'redis.memory'
    /** Redis throws jobs away when it is full, or keeps nothing over a crash. */
    | 'redis.unsafe'
    /** A process has not been heard of: it hangs or was killed. */
    | 'worker.silent'
    /** A process's event loop was held up for seconds. */
    | 'worker.blocked'
  /** Stage, process or setting that it is about; null when there is only one. */
  readonly about: string | null
  /** How bad: how long it has lasted in milliseconds, or a share from 0 to 1, as the code has it; null when it has none. */
  readonly extent: number | null
}

/** What is known of a process beside its stages. */
export type ProcessState = { readonly id: string; readonly loopDelayMs: number; readonly lastBeatMs: number }

/** What is known of the machine room beside the stages. */
export type Surroundings = {
  readonly processes: readonly ProcessState[]
  /** How long the feed that has been due longest is overdue, in milliseconds. */
  readonly feedOverdueMs: number
  readonly redis: {
    readonly usedBytes: number
    /** 0 when there is no limit. */
    readonly maxBytes: number
    readonly policy: string
    readonly appendOnly: boolean
  }
}

const pausedForMs = 30_000
const noWorkersForMs = 10_000
/** Jobs may take this long whatever they usually take. */
const hungMs = 30_000
const hungTimesUsual = 5
const lostBeatMs = 15_000
const delayedOverdueMaxMs = 30_000
const failingFrom = 0.5
const failingPerSecondMin = 0.1
const feedOverdueMaxMs = 60_000
const memoryFrom = 0.8
const loopDelayMaxMs = 5_000

/**
 * What is stuck, so that it can be told within a minute of its beginning.
 *
 * @param flows of the last half minute or so
 */
export function findStuck(flows: readonly StageFlow[], surroundings: Surroundings): Trouble[] {
  return [
    ...flows.flatMap((flow) => stuckStage(flow)),
    ...surroundings.processes.flatMap(stuckProcess),
    ...stuckRedis(surroundings.redis),
    ...(surroundings.feedOverdueMs > feedOverdueMaxMs
      ? [{ code: 'schedule.lost', about: null, extent: surroundings.feedOverdueMs } as const]
      : []),
  ]
}

function stuckStage(flow: StageFlow): Trouble[] {
  const found: [Trouble['code'], boolean, number | null][] = [
    ['stage.no_workers', flow.workers === 0 && waited(flow) > noWorkersForMs && !flow.isPaused, waited(flow)],
    ['stage.paused', flow.isPaused && waited(flow) > pausedForMs, waited(flow)],
    ['stage.hung', isHung(flow), flow.oldestActiveMs],
    ['stage.worker_lost', flow.active > 0 && flow.workers === 0 && flow.waiting === 0, null],
    ['stage.delayed_stuck', flow.delayedOverdueMs > delayedOverdueMaxMs, flow.delayedOverdueMs],
    ['stage.failing', isFailing(flow), flow.errorShare],
  ]
  return found.flatMap(([code, isSo, extent]) => (isSo ? [{ code, about: flow.name, extent }] : []))
}

function waited({ waiting, oldestWaitingMs }: StageFlow): number {
  return waiting === 0 ? 0 : (oldestWaitingMs ?? 0)
}

/** Nothing was settled, and a job has been in hand for much longer than jobs of this stage take. */
function isHung({ active, settledPerSecond, oldestActiveMs, serviceMs }: StageFlow): boolean {
  if (active === 0 || settledPerSecond > 0 || oldestActiveMs === null) return false
  return oldestActiveMs > Math.max(hungMs, hungTimesUsual * (serviceMs.p99 ?? 0))
}

function isFailing({ errorShare, settledPerSecond }: StageFlow): boolean {
  return errorShare >= failingFrom && settledPerSecond >= failingPerSecondMin
}

function stuckProcess({ id, loopDelayMs, lastBeatMs }: ProcessState): Trouble[] {
  if (lastBeatMs > lostBeatMs) return [{ code: 'worker.silent', about: id, extent: lastBeatMs }]
  return loopDelayMs > loopDelayMaxMs ? [{ code: 'worker.blocked', about: id, extent: loopDelayMs }] : []
}

function stuckRedis({ usedBytes, maxBytes, policy, appendOnly }: Surroundings['redis']): Trouble[] {
  const share = maxBytes === 0 ? 0 : usedBytes / maxBytes
  return [
    ...(share >= memoryFrom ? [{ code: 'redis.memory', about: null, extent: share } as const] : []),
    ...(policy === 'noeviction'
      ? []
      : [{ code: 'redis.unsafe', about: `maxmemory-policy ${policy}`, extent: null } as const]),
    ...(appendOnly ? [] : [{ code: 'redis.unsafe', about: 'appendonly no', extent: null } as const]),
  ]
}
