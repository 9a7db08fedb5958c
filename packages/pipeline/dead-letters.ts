import type { Job } from 'bullmq'
import { envelope } from './envelope.ts'
import { Queues } from './queues.ts'
import type { QueueHome } from './queues.ts'

/** A job that nobody will try again unless somebody says so. */
export type DeadLetter = {
  readonly id: string
  readonly stage: string
  readonly code: string
  readonly message: string
  readonly attempts: number
  readonly diedAt: Date
  /** The process that had it last. */
  readonly worker: string | null
  readonly traceId: string | null
  readonly payload: unknown
}

/** No page of dead letters is longer. */
const pageMax = 1_000

/** Reading and reviving dead letters. They lie in the `failed` set of their queue. */
export class DeadLetters {
  readonly #queues: Queues

  constructor(home: QueueHome) {
    this.#queues = new Queues(home)
  }

  /** The newest dead letters of a stage, at most 1,000. */
  async list(stage: string, limit = 100): Promise<DeadLetter[]> {
    const jobs = await this.#queues.queue(stage).getFailed(0, Math.min(limit, pageMax) - 1)
    return jobs.map((job) => letterOf(stage, job))
  }

  /**
   * Queues a dead letter again with all its attempts.
   *
   * @returns whether it was there
   */
  async redrive(stage: string, id: string): Promise<boolean> {
    const job = await this.#queues.queue(stage).getJob(id)
    if (!job || !(await job.isFailed())) return false
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    return true
  }

  /** Removes a dead letter for good. */
  async drop(stage: string, id: string): Promise<boolean> {
    const job = await this.#queues.queue(stage).getJob(id)
    if (!job || !(await job.isFailed())) return false
    await job.remove()
    return true
  }

  async close(): Promise<void> {
    await this.#queues.close()
  }
}

function letterOf(stage: string, job: Job): DeadLetter {
  const { code, message } = reasonOf(job.failedReason ?? '')
  const outer = envelope.safeParse(job.data)
  return {
    id: String(job.id),
    stage,
    code,
    message,
    attempts: job.attemptsMade,
    diedAt: new Date(job.finishedOn ?? job.timestamp),
    worker: job.processedBy ?? null,
    traceId: outer.data?.traceId ?? null,
    payload: outer.success ? outer.data.payload : job.data,
  }
}

function reasonOf(reason: string): { code: string; message: string } {
  // BullMQ's own words for a job whose workers died, and for one that was started again and again.
  if (reason.startsWith('job stalled')) return { code: 'job.workers_died', message: reason }
  if (reason.startsWith('job started')) return { code: 'job.deferred_too_often', message: reason }
  const split = /^([a-z_]+(?:\.[a-z_]+)?): ([\s\S]*)$/.exec(reason)
  return split ? { code: split[1] ?? 'bug', message: split[2] ?? '' } : { code: 'bug', message: reason }
}
