import { backoffMs } from './backoff.ts'
import { DelayedError, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import type { Job } from 'bullmq'
import type { Logger, Metrics } from '@rafid/telemetry'
import { holdWhileDeep } from './hold-while-deep.ts'
import { Queues } from './queues.ts'
import type { QueueHome } from './queues.ts'
import { report } from './report.ts'
import type { StageWork } from '@rafid/operations'
import { settleJob } from './settle-job.ts'
import type { Delivery, Settled } from './settle-job.ts'
import { StageMeter } from './stage-meter.ts'
import type { BoundStage } from './stage.ts'
import { withinProcessSpan } from './job-spans.ts'
import { traceJob } from './trace-job.ts'
import type { ItemTracer } from './item-tracer.ts'

export type StageOptions = QueueHome & {
  /** Jobs of this stage at once in this process. */
  readonly concurrency: number
  /** The stage takes no job while a queue it emits to holds more than this many. */
  readonly depthMax: number
  readonly log: Logger
  readonly metrics: Metrics
  /** Where the way of items is written down; without it nobody follows them. */
  readonly itemTracer?: ItemTracer | undefined
  /** How long a killed worker's job waits before another takes it, in milliseconds. */
  readonly lockMs?: number
  readonly random?: () => number
}

export type RunningStage = {
  readonly name: string
  /** What it has done since the process started. */
  work(): StageWork
  /** Whether it takes no job at this moment because a queue after it is too deep. */
  held(): boolean
  /** Resolves once the worker takes jobs. */
  ready(): Promise<void>
  /** Takes no new job, lets those in hand finish, and hands back unspent what has not finished after `deadlineMs`. */
  drain(deadlineMs: number): Promise<void>
}

/** How many times a worker may die with one job in hand before the job counts as poison. */
const crashesMax = 3

/** A job told to wait this often will wait for ever. */
const startsMax = 200

/** A `Promise` that never settles would hold up the stop for ever: past the deadline and this, the worker is cut off. */
const cutOffMs = 2_000

/**
 * Runs a stage over its BullMQ queue until drained: at least once each job, exactly one log line and one metric a
 * delivery, errors by their class (see @rafid/errors).
 */
export function runStage(stage: BoundStage, options: StageOptions): RunningStage {
  const { redis: connection, prefix, log, itemTracer, random = Math.random, lockMs = 15_000 } = options
  const queues = new Queues(options)
  const stopping = new AbortController()
  const meter = new StageMeter(stage.name, options.concurrency)

  const process = async (job: Job, token?: string): Promise<string> => {
    const finish = meter.start(job.attemptsStarted <= 1 ? Math.max(0, Date.now() - job.timestamp) : null)
    let settled: Settled | null = null
    try {
      const delivery = {
        jobKey: job.deduplicationId ?? String(job.id),
        data: job.data,
        attempt: job.attemptsMade + 1,
        stopping: stopping.signal,
        emit: (following, trace) => queues.add(following, trace),
        ...(itemTracer && { trace: (told) => traceJob(told, job, { tracer: itemTracer, log }) }),
      } satisfies Delivery
      settled = await withinProcessSpan(options.tracer, job, () => settleJob(stage, delivery))
      report(stage, job, settled, options)
      return await carryOut(settled, job, token)
    } finally {
      finish(settled?.kind ?? null)
    }
  }

  const worker = new Worker(stage.name, process, {
    connection,
    prefix,
    concurrency: options.concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.round(lockMs / 3),
    maxStalledCount: crashesMax,
    maxStartedAttempts: startsMax,
    settings: { backoffStrategy: (attempt) => backoffMs(attempt, random()) },
  })
  worker.on('error', (error) => log.warn({ stage: stage.name, error: error.message }, 'worker error'))
  worker.on('stalled', (jobId) => log.warn({ stage: stage.name, jobId }, 'job of a lost worker taken up again'))
  const stopHolding = holdWhileDeep(stage, worker, queues, options)

  return {
    name: stage.name,
    work: () => meter.read(),
    held: () => worker.isPaused(),
    ready: async () => {
      await worker.waitUntilReady()
    },
    async drain(deadlineMs) {
      stopHolding()
      const closed = worker.close()
      const handBack = setTimeout(() => stopping.abort(new Error('the process must stop')), deadlineMs)
      const late = Promise.withResolvers<void>()
      const cutOff = setTimeout(() => late.resolve(), deadlineMs + cutOffMs)
      await Promise.race([closed, late.promise])
      clearTimeout(handBack)
      clearTimeout(cutOff)
      await queues.close()
    },
  }
}

/** Turns a verdict into what BullMQ understands: a return value or one of its errors. */
async function carryOut(settled: Settled, job: Job, token: string | undefined): Promise<string> {
  switch (settled.kind) {
    case 'done':
      return settled.outcome
    case 'deferred':
      await job.moveToDelayed(Date.now() + settled.delayMs, token)
      throw new DelayedError()
    case 'returned':
      await job.moveToWait(token)
      throw new WaitingError()
    case 'dead':
      // The reason begins with its code, so that dead letters can be grouped without being opened.
      throw new UnrecoverableError(`${settled.code}: ${settled.error.message}`)
    case 'retry':
      throw new Error(`${settled.code}: ${settled.error.message}`, { cause: settled.error })
  }
}
