import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Tracer } from '@rafid/telemetry'
import { jobIdOf } from './job-id.ts'
import type { Envelope } from './envelope.ts'
import { withinPublishSpan } from './job-spans.ts'
import type { FollowingJob } from './following-jobs.ts'

/** Where queues live, and who is told of what goes in and out. */
export type QueueHome = { readonly redis: Redis; readonly prefix: string; readonly tracer?: Tracer | null }

/** Dead letters are kept this long, in seconds, and so many of each queue. */
const deadKept = { age: 14 * 86_400, count: 50_000 }

/** BullMQ packs a payload of more than this many bytes into every command that touches the job. */
const payloadBytesMax = 16_384

/** The queues of the pipeline, as producers and watchers use them. One connection serves them all. */
export class Queues {
  readonly #home: QueueHome
  readonly #queues = new Map<string, Queue>()

  constructor(home: QueueHome) {
    this.#home = home
  }

  /**
   * Queues jobs. One that is queued or running under the same key already is left as it is.
   *
   * @returns those of the jobs that have joined one of another item
   */
  async add(
    emissions: readonly FollowingJob[],
    trace: Pick<Envelope, 'traceId' | 'startedAt'>,
  ): Promise<ReadonlySet<FollowingJob>> {
    const joined = new Set<FollowingJob>()
    const byName = Map.groupBy(emissions, (emission) => emission.definition.name)
    for (const [name, group] of byName) {
      const wanted = (traceparent: string | undefined) =>
        group.map((emission) => jobToAdd(emission, { ...trace, traceparent }))
      await withinPublishSpan(this.#home.tracer, { queue: name, traceId: trace.traceId }, async (traceparent) => {
        const jobs = wanted(traceparent)
        const added = await this.queue(name).addBulk(jobs)
        for (const [at, emission] of group.entries()) {
          const { jobId } = jobs[at]?.opts ?? {}
          if (jobId !== undefined && added[at]?.id !== jobId) joined.add(emission)
        }
        return added
      })
    }
    return joined
  }

  /** Jobs of a queue that nobody has in hand: waiting, and delayed until their time. */
  async depth(name: string): Promise<number> {
    return this.queue(name).count()
  }

  /** Has the workers of a stage take no new job, on all machines and until told otherwise. */
  async pause(name: string): Promise<void> {
    await this.queue(name).pause()
  }

  async resume(name: string): Promise<void> {
    await this.queue(name).resume()
  }

  /** The BullMQ queue of that name; only this package speaks to it. */
  queue(name: string): Queue {
    const known = this.#queues.get(name)
    if (known) return known
    const queue = new Queue(name, { connection: this.#home.redis, prefix: this.#home.prefix })
    queue.on('error', () => {}) // the shared connection reports its own errors
    this.#queues.set(name, queue)
    return queue
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    this.#queues.clear()
  }
}

function jobToAdd({ definition, payload, item }: FollowingJob, trace: Omit<Envelope, 'payload' | 'item'>) {
  const { traceId, startedAt, traceparent } = trace
  const data: Envelope = {
    traceId,
    startedAt,
    payload,
    ...(traceparent !== undefined && { traceparent }),
    ...(item && { item }),
  }
  return {
    name: definition.name,
    data,
    opts: {
      attempts: definition.attempts,
      backoff: { type: 'full-jitter' },
      // Not `jobId`: a kept dead letter of that id would swallow every later job without a word.
      deduplication: { id: jobIdOf(definition, payload) },
      // An id of the item's own tells whether it has joined the job of another one.
      ...(item && { jobId: jobIdOf(definition, payload, item.id) }),
      removeOnComplete: true,
      removeOnFail: deadKept,
      sizeLimit: payloadBytesMax,
      stackTraceLimit: 3,
    },
  }
}
