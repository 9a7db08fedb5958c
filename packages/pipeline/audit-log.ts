import type { Redis } from 'ioredis'
import { z } from 'zod'

/** What somebody had done to the pipeline. */
export type AuditEntry = {
  readonly at: Date
  /** Where it was asked for. */
  readonly by: 'page' | 'api' | 'cli'
  /** A verb and its object, such as `stage.pause` or `dead.redrive`. */
  readonly action: string
  /** What it was done to, as its stage, filter or id. */
  readonly about: string
  /** How many things it was done to. */
  readonly count: number
}

/** Older entries leave the log. */
const entriesMax = 10_000

const fields = z.object({
  by: z.enum(['page', 'api', 'cli']),
  action: z.string(),
  about: z.string(),
  count: z.coerce.number(),
})

/** Every action of an operator, the newest ten thousand. */
export class AuditLog {
  readonly #redis: Redis
  readonly #key: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#key = `${prefix}:audit`
  }

  /** Writes down that something was done; the time is that of Redis. */
  async add({ by, action, about, count }: Omit<AuditEntry, 'at'>): Promise<void> {
    const values = ['by', by, 'action', action, 'about', about, 'count', count]
    await this.#redis.xadd(this.#key, 'MAXLEN', '~', entriesMax, '*', ...values)
  }

  /** The newest entries, newest first. */
  async list(limit: number): Promise<AuditEntry[]> {
    const rows = await this.#redis.xrevrange(this.#key, '+', '-', 'COUNT', limit)
    return rows.map(([id, pairs]) => {
      const entries = Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[at * 2], pairs[at * 2 + 1]])
      return { at: new Date(Number(id.split('-')[0])), ...fields.parse(Object.fromEntries(entries)) }
    })
  }
}
