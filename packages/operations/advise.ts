import type { StageFlow } from './stage-flow.ts'

/** What a stage needs, and what it would bring. */
export type Advice = {
  readonly stage: string
  /** Workers that bring the lag under the target and keep it there; null while nobody knows what a worker can do. */
  readonly workersNeeded: number | null
  /** Load over capacity: from 1 on the queue grows without end. Null while nobody knows. */
  readonly utilisation: number | null
  /** Until the queue is empty with the workers there are, in seconds; null when never, or while nobody knows. */
  readonly drainSeconds: number | null
  /** The same with one worker more. */
  readonly drainSecondsWithOneMore: number | null
  /** How long a job that comes in now waits, in seconds, by Little's law; null while nothing is settled. */
  readonly lagSeconds: number | null
}

/** No job shall wait longer than this for its stage, and a backlog shall be gone after as long. */
export const lagTarget = { lagSeconds: 60 }

/** Beyond this share of its capacity a queue is long by chance alone. */
const utilisationMax = 0.8

/** A backlog of less than this many seconds of work is no backlog. */
const restSeconds = 0.05

/**
 * How many workers each stage needs, from what came in, what was settled and what one worker can do.
 *
 * @param target.lagSeconds no job shall wait longer, and a backlog shall be gone after as long
 * @see Little, "A Proof for the Queuing Formula: L = λW", 1961
 */
export function advise(flow: StageFlow, { lagSeconds: target }: { readonly lagSeconds: number }): Advice {
  const { name: stage, workers, arrivalsPerSecond: arrivals, settledPerSecond, capacityPerWorker: capacity } = flow
  const backlog = flow.waiting
  const lagSeconds = backlog === 0 ? 0 : settledPerSecond > 0 ? backlog / settledPerSecond : null
  if (capacity === null) {
    const unknown = { utilisation: null, drainSeconds: backlog === 0 ? 0 : null, drainSecondsWithOneMore: null }
    return { stage, workersNeeded: backlog === 0 ? Math.min(workers, 1) : null, ...unknown, lagSeconds }
  }
  const steady = arrivals / (utilisationMax * capacity)
  const clearing = (arrivals + backlog / target) / capacity
  return {
    stage,
    workersNeeded: Math.max(1, Math.ceil(Math.max(steady, clearing) - 1e-9)),
    utilisation: workers === 0 ? Infinity : arrivals / (workers * capacity),
    drainSeconds: drainSeconds(backlog, workers * capacity, arrivals),
    drainSecondsWithOneMore: drainSeconds(backlog, (workers + 1) * capacity, arrivals),
    lagSeconds,
  }
}

function drainSeconds(backlog: number, capacity: number, arrivals: number): number | null {
  if (backlog <= capacity * restSeconds) return 0
  return capacity > arrivals ? backlog / (capacity - arrivals) : null
}

/** The stage that holds up the others, and why. */
export type Bottleneck = {
  readonly stage: string
  readonly reason: 'no-workers' | 'paused' | 'overloaded' | 'backlog'
  readonly advice: Advice
}

/** From so many seconds of waiting on, a backlog is worth a word. */
const backlogSeconds = 10

/**
 * The stage that makes articles wait longest.
 *
 * @returns null when every stage keeps up
 */
export function findBottleneck(
  flows: readonly StageFlow[],
  target: { readonly lagSeconds: number },
): Bottleneck | null {
  const slow = flows.flatMap((flow) => {
    const advice = advise(flow, target)
    const reason = reasonOf(flow, advice)
    return reason === null ? [] : [{ stage: flow.name, reason, advice, waitedMs: flow.oldestWaitingMs ?? 0 }]
  })
  const [worst] = slow.toSorted((one, other) => other.waitedMs - one.waitedMs)
  return worst === undefined ? null : { stage: worst.stage, reason: worst.reason, advice: worst.advice }
}

function reasonOf(flow: StageFlow, { utilisation }: Advice): Bottleneck['reason'] | null {
  if (flow.waiting === 0) return null
  if (flow.isPaused) return 'paused'
  if (flow.workers === 0) return 'no-workers'
  const waits = (flow.oldestWaitingMs ?? 0) >= backlogSeconds * 1000
  if (!waits) return null
  return utilisation === null || utilisation >= 1 ? 'overloaded' : 'backlog'
}
