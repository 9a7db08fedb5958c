import type { Redis } from 'ioredis'

/** An entry as its feed shows it now. */
export type EntryMark = {
  /** Identity within the feed. */
  readonly id: string
  /** Changes when the publisher edits the entry. */
  readonly fingerprint: string
}

/** A feed that is not polled for so long is forgotten, in seconds. */
const keepSeconds = 120 * 86_400

/** A feed remembers at most so many entries; those it has not shown for longest go first. */
const entriesMax = 5_000

/** Which entries of a feed have been handed on already. A static feed is therefore imported once. */
export class SeenEntries {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /** The marks that are new, or known with another fingerprint. */
  async fresh(feedId: string, marks: readonly EntryMark[]): Promise<EntryMark[]> {
    if (marks.length === 0) return []
    const known = await this.#redis.hmget(this.#key(feedId), ...marks.map((mark) => mark.id))
    return marks.filter((mark, index) => fingerprintOf(known[index]) !== mark.fingerprint)
  }

  /** Remembers what a feed shows, once the work that follows from it is queued. */
  async mark(feedId: string, marks: readonly EntryMark[], now: Date): Promise<void> {
    if (marks.length === 0) return
    const key = this.#key(feedId)
    const seenAt = Math.floor(now.getTime() / 1000)
    await this.#redis
      .multi()
      .hset(key, Object.fromEntries(marks.map((mark) => [mark.id, `${mark.fingerprint} ${seenAt}`])))
      .expire(key, keepSeconds)
      .exec()
    await this.#trim(key)
  }

  async #trim(key: string): Promise<void> {
    if ((await this.#redis.hlen(key)) <= entriesMax) return
    const all = Object.entries(await this.#redis.hgetall(key))
    const oldestFirst = all.toSorted(([, one], [, other]) => seenAtOf(one) - seenAtOf(other))
    await this.#redis.hdel(key, ...oldestFirst.slice(0, all.length - entriesMax).map(([id]) => id))
  }

  #key(feedId: string): string {
    return `${this.#prefix}:seen:${feedId}`
  }
}

function fingerprintOf(value: string | null | undefined): string | null {
  return value?.split(' ')[0] ?? null
}

function seenAtOf(value: string): number {
  return Number(value.split(' ')[1] ?? 0)
}
