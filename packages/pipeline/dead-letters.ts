import type { Item } from '@rafid/operations'
import type { Job } from 'bullmq'
import { isMeant } from './dead-letter-filter.ts'
import type { DeadLetterFilter } from './dead-letter-filter.ts'
import { envelope } from './envelope.ts'
import { letterReport } from './letter-report.ts'
import { Queues } from './queues.ts'
import type { QueueHome } from './queues.ts'
import type { OperatorItemTracer } from './item-tracer.ts'

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
  /** The new or edited entry that the job was about, and when the poll began that found it. */
  readonly item: (Item & { readonly startedAt: Date }) | null
}

/** No page of dead letters is longer. */
const pageMax = 1_000

const firstLookMax = 10

/** As many as are kept of a stage. */
const searchedMax = 50_000

/** Reading and reviving dead letters. They lie in the `failed` set of their queue. */
export class DeadLetters {
  readonly #queues: Queues
  readonly #tracer: OperatorItemTracer | null

  /** @param tracer told what becomes of the items of dead letters */
  constructor(home: QueueHome, tracer: OperatorItemTracer | null = null) {
    this.#queues = new Queues(home)
    this.#tracer = tracer
  }

  /** The newest dead letters of a stage, at most 1,000. */
  async list(stage: string, limit = 100): Promise<DeadLetter[]> {
    const jobs = await this.#queues.queue(stage).getFailed(0, Math.min(limit, pageMax) - 1)
    return jobs.map((job) => letterOf(stage, job))
  }

  /**
   * Those of some stages that are meant, newest of each stage first.
   *
   * @param limit how many of each stage are looked through
   */
  async find(stages: readonly string[], filter: DeadLetterFilter, limit = searchedMax): Promise<DeadLetter[]> {
    const wanted = stages.filter((stage) => filter.stage === undefined || filter.stage === stage)
    const found = await Promise.all(wanted.map((stage) => this.#findAt(stage, filter, limit)))
    return found.flat()
  }

  async #findAt(stage: string, filter: DeadLetterFilter, limit: number): Promise<DeadLetter[]> {
    const found: DeadLetter[] = []
    for (let from = 0; from < limit; from += pageMax) {
      const jobs = await this.#queues.queue(stage).getFailed(from, Math.min(from + pageMax, limit) - 1)
      for (const job of jobs) {
        const letter = letterOf(stage, job)
        if (isMeant(letter, filter)) found.push(letter)
      }
      if (jobs.length < pageMax) break
    }
    return found
  }

  /** The dead letters of a stage since an instant, the newest first. */
  async since(stage: string, instant: Date, limit: number): Promise<DeadLetter[]> {
    const found: DeadLetter[] = []
    // Mostly there is no new one: it takes a short look to see that.
    for (let from = 0, size = firstLookMax; from < limit; from += size, size = pageMax) {
      const letters = (await this.#queues.queue(stage).getFailed(from, from + size - 1)).map((job) =>
        letterOf(stage, job),
      )
      found.push(...letters.filter(({ diedAt }) => diedAt >= instant))
      if (letters.length < size || letters.some(({ diedAt }) => diedAt < instant)) break
    }
    return found
  }

  /**
   * Queues dead letters again, or removes them for good.
   *
   * @param onProgress told after each how many are done, of how many
   * @returns how many of them were still there
   */
  async settle(
    verb: 'redrive' | 'drop',
    letters: readonly DeadLetter[],
    onProgress?: (done: number, all: number) => void,
  ): Promise<number> {
    let count = 0
    for (const [index, { stage, id }] of letters.entries()) {
      if (await this[verb](stage, id)) count += 1
      onProgress?.(index + 1, letters.length)
    }
    return count
  }

  /**
   * Queues a dead letter again with all its attempts.
   *
   * @returns whether it was there
   */
  async redrive(stage: string, id: string): Promise<boolean> {
    const job = await this.#queues.queue(stage).getJob(id)
    if (!job || !(await job.isFailed())) return false
    const letter = letterOf(stage, job)
    const [item] = letter.item === null || this.#tracer === null ? [] : await this.#tracer.get([letter.item.id])
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    // Only afterwards: a gateway that dies in between leaves a dead item with a job, which settles both.
    const report = letterReport(letter, 'redriven')
    if (item !== undefined && report !== null) await this.#tracer?.recordAgain(report, item.deaths)
    return true
  }

  /** Removes a dead letter for good. */
  async drop(stage: string, id: string): Promise<boolean> {
    const job = await this.#queues.queue(stage).getJob(id)
    if (!job || !(await job.isFailed())) return false
    await job.remove()
    const report = letterReport(letterOf(stage, job), 'dropped')
    if (report !== null) await this.#tracer?.record([report])
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
    item: outer.data?.item ? { ...outer.data.item, startedAt: new Date(outer.data.startedAt) } : null,
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
