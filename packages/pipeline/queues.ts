import type { JobDefinition } from '@rafid/contracts'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Tracer } from '@rafid/telemetry'
import { jobIdOf } from './job-id.ts'
import type { Envelope } from './envelope.ts'
import type { Emission } from './stage.ts'
import { tracePublish } from './trace-jobs.ts'

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

  /** Queues jobs. One that is queued or running under the same key already is left as it is. */
  async add(emissions: readonly Emission[], trace: Pick<Envelope, 'traceId' | 'startedAt'>): Promise<void> {
    const byName = Map.groupBy(emissions, (emission) => emission.definition.name)
    for (const [name, group] of byName) {
      await tracePublish(this.#home.tracer, { queue: name, traceId: trace.traceId }, (traceparent) => {
        const from = { ...trace, traceparent }
        return this.queue(name).addBulk(group.map(({ definition, payload }) => jobToAdd(definition, payload, from)))
      })
    }
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

function jobToAdd(definition: JobDefinition, payload: unknown, trace: Omit<Envelope, 'payload'>) {
  const { traceId, startedAt, traceparent } = trace
  const data: Envelope = { traceId, startedAt, ...(traceparent !== undefined && { traceparent }), payload }
  return {
    name: definition.name,
    data,
    opts: {
      attempts: definition.attempts,
      backoff: { type: 'full-jitter' },
      // Not `jobId`: a kept dead letter of that id would swallow every later job without a word.
      deduplication: { id: jobIdOf(definition, payload) },
      removeOnComplete: true,
      removeOnFail: deadKept,
      sizeLimit: payloadBytesMax,
      stackTraceLimit: 3,
    },
  }
}
