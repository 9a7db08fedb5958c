import { combine, quantileMs } from './durations.ts'
import type { DurationCounts } from './durations.ts'

/** What one process has done at a stage since it started. The totals only grow. */
export type StageWork = {
  readonly stage: string
  /** Jobs it takes at once. */
  readonly concurrency: number
  readonly active: number
  /** Deliveries by what became of them. */
  readonly done: number
  readonly retried: number
  readonly dead: number
  readonly deferred: number
  /** Time its slots were taken, jobs in hand included, in milliseconds. */
  readonly busyMs: number
  readonly service: DurationCounts
  readonly wait: DurationCounts
  /** How long the oldest job in hand has been there, in milliseconds; null when none is. */
  readonly oldestActiveMs: number | null
}

/** What a process says of itself at one moment. */
export type ProcessWork = {
  readonly id: string
  /** Time its event loop was busy since the start, in milliseconds. */
  readonly loopBusyMs: number
  readonly stages: readonly StageWork[]
  /** New articles it has made searchable, by how long that was after their publication. */
  readonly searchable?: DurationCounts
}

/** A queue at one moment. */
export type QueueDepth = {
  readonly name: string
  readonly waiting: number
  readonly active: number
  readonly delayed: number
  readonly failed: number
  /** Age of the job that has waited longest, in milliseconds; null when none waits. */
  readonly oldestWaitingMs: number | null
  /** Whether somebody has told its workers to take nothing. */
  readonly isPaused: boolean
  /** How long the first delayed job is overdue, in milliseconds; 0 when none is. */
  readonly delayedOverdueMs: number
}

/** Everything that was read at one moment. */
export type Reading = {
  readonly atMs: number
  readonly processes: readonly ProcessWork[]
  readonly queues: readonly QueueDepth[]
}

export type Quantiles = { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null }

/** How jobs flow through a stage between two readings. */
export type StageFlow = QueueDepth & {
  readonly workers: number
  /** Jobs that all its workers together take at once. */
  readonly slots: number
  /** Jobs a second that are over, well or not: done and dead. */
  readonly settledPerSecond: number
  /** Jobs a second that come in, by what was settled and what the queue grew. */
  readonly arrivalsPerSecond: number
  /** Deliveries a second that were put off, as until a host may be asked again. */
  readonly deferredPerSecond: number
  /** Share of deliveries that failed: to be tried again, or dead. */
  readonly errorShare: number
  /** Share of the slots that were taken. */
  readonly busyShare: number
  /** Jobs a second that one worker can settle at most; null while nothing was settled. */
  readonly capacityPerWorker: number | null
  readonly serviceMs: Quantiles
  readonly waitMs: Quantiles
  readonly oldestActiveMs: number | null
}

/**
 * How jobs flowed through every stage between two readings. A process that started in between counts from zero; what one
 * did that ended in between is lost with it.
 */
export function stageFlows(before: Reading, after: Reading): StageFlow[] {
  const seconds = Math.max(0.001, (after.atMs - before.atMs) / 1000)
  const queuesBefore = new Map(before.queues.map((queue) => [queue.name, queue]))
  const processesBefore = new Map(before.processes.map((process) => [process.id, process]))
  return after.queues.map((queue) => {
    const shares = after.processes.flatMap((process) => shareOf(process, processesBefore.get(process.id), queue.name))
    return flowOf(queue, queuesBefore.get(queue.name) ?? queue, { shares, seconds })
  })
}

/** What one process did at one stage in the span. */
type Share = StageWork & { readonly loopBusyMs: number }

function shareOf(process: ProcessWork, before: ProcessWork | undefined, stage: string): Share[] {
  const now = process.stages.find((work) => work.stage === stage)
  if (now === undefined) return []
  const then = before?.stages.find((work) => work.stage === stage)
  const loopBusyMs = process.loopBusyMs - (before?.loopBusyMs ?? 0)
  const share = { ...now, loopBusyMs: loopBusyMs * partOfLoop(process, before, stage) }
  if (then === undefined) return [share]
  return [
    {
      ...share,
      done: now.done - then.done,
      retried: now.retried - then.retried,
      dead: now.dead - then.dead,
      deferred: now.deferred - then.deferred,
      busyMs: now.busyMs - then.busyMs,
      service: combine(now.service, then.service, -1),
      wait: combine(now.wait, then.wait, -1),
    },
  ]
}

/** Several stages of one process share its event loop; each is taken to have had it as its slots were taken. */
function partOfLoop(process: ProcessWork, before: ProcessWork | undefined, stage: string): number {
  const busy = process.stages.map((work) => {
    const then = before?.stages.find((one) => one.stage === work.stage)
    return { stage: work.stage, ms: work.busyMs - (then?.busyMs ?? 0) }
  })
  const total = busy.reduce((sum, one) => sum + one.ms, 0)
  return total <= 0 ? 0 : (busy.find((one) => one.stage === stage)?.ms ?? 0) / total
}

function flowOf(
  queue: QueueDepth,
  before: QueueDepth,
  { shares, seconds }: { shares: readonly Share[]; seconds: number },
): StageFlow {
  const total = (pick: (share: Share) => number): number => shares.reduce((sum, share) => sum + pick(share), 0)
  const settled = total(({ done, dead }) => done + dead)
  const failed = total(({ retried, dead }) => retried + dead)
  const deliveries = total(({ done, retried, dead }) => done + retried + dead)
  const slots = total(({ concurrency }) => concurrency)
  const busyMs = total((share) => share.busyMs)
  const grown = inHand(queue) - inHand(before)
  const oldest = shares.flatMap(({ oldestActiveMs }) => oldestActiveMs ?? [])
  return {
    ...queue,
    workers: shares.length,
    slots,
    settledPerSecond: settled / seconds,
    arrivalsPerSecond: Math.max(0, settled + grown) / seconds,
    deferredPerSecond: total(({ deferred }) => deferred) / seconds,
    errorShare: deliveries === 0 ? 0 : failed / deliveries,
    busyShare: slots === 0 ? 0 : Math.min(1, busyMs / (slots * seconds * 1000)),
    capacityPerWorker: capacityPerWorker({ shares, settled, busyMs, loopBusyMs: total((share) => share.loopBusyMs) }),
    serviceMs: quantiles(shares.map(({ service }) => service)),
    waitMs: quantiles(shares.map(({ wait }) => wait)),
    oldestActiveMs: oldest.length === 0 ? null : Math.max(...oldest),
  }
}

/**
 * Two things limit a worker: its slots, each taken for the service time of a job, and its one event loop, which all of its
 * slots share. The tighter one counts.
 */
function capacityPerWorker(span: {
  readonly shares: readonly Share[]
  readonly settled: number
  readonly busyMs: number
  readonly loopBusyMs: number
}): number | null {
  if (span.settled === 0 || span.busyMs <= 0) return null
  const slotsEach = span.shares.reduce((sum, { concurrency }) => sum + concurrency, 0) / span.shares.length
  const bySlots = (slotsEach * span.settled * 1000) / span.busyMs
  const byLoop = span.loopBusyMs <= 0 ? Infinity : (span.settled * 1000) / span.loopBusyMs
  return Math.min(bySlots, byLoop)
}

function quantiles(counts: readonly DurationCounts[]): Quantiles {
  const all = counts.reduce<number[]>((sum, one) => combine(sum, one, 1), [])
  return { p50: quantileMs(all, 0.5), p95: quantileMs(all, 0.95), p99: quantileMs(all, 0.99) }
}

function inHand({ waiting, active, delayed }: QueueDepth): number {
  return waiting + active + delayed
}
