import type { Redis } from 'ioredis'

import {
  type EntryMemory,
  formatMemory,
  type Judgement,
  judgeEntry,
  parseMemory,
  rememberEntry,
} from './entry-memory.ts'

/** An entry as its feed shows it now. */
export type EntryMark = {
  /** What it is known by within the feed: its id and its address. Either may change, hardly both at once. */
  readonly identities: readonly string[]
  /** Changes when the publisher edits the entry. */
  readonly fingerprint: string
}

/** A mark, what is to be done with its entry, and what will be remembered of it. */
export type JudgedMark = {
  readonly mark: EntryMark
  readonly judgement: Judgement
  readonly memory: EntryMemory
}

/** A feed that has not been polled for so long is forgotten, in seconds. Publishers return from long silences. */
const keepSeconds = 2 * 365 * 86_400

/** A feed remembers at most so many identities; those it has not shown for longest go first. */
const identitiesMax = 10_000

/** Which entries of a feed have been handed on already. A static feed is therefore imported once. */
export class SeenEntries {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /** Judges each entry a feed shows by what was remembered of the feed; remembers nothing yet. */
  async judge(feedId: string, marks: readonly EntryMark[], now: Date): Promise<JudgedMark[]> {
    const identities = marks.flatMap((mark) => mark.identities)
    if (identities.length === 0) return []
    const values = await this.#redis.hmget(this.#key(feedId), ...identities)
    const memories = new Map<string, EntryMemory>()
    for (const [index, identity] of identities.entries()) {
      const value = values[index]
      if (value) memories.set(identity, parseMemory(value))
    }
    return marks.map((mark) => judged(mark, memories, secondsOf(now)))
  }

  /** Remembers what a feed shows, once the work that follows from it is queued. */
  async remember(feedId: string, marks: readonly JudgedMark[]): Promise<void> {
    const values = marks.flatMap(({ mark, memory }) =>
      mark.identities.map((identity): [string, string] => [identity, formatMemory(memory)]),
    )
    if (values.length === 0) return
    const key = this.#key(feedId)
    await this.#redis.multi().hset(key, Object.fromEntries(values)).expire(key, keepSeconds).exec()
    await this.#trim(key)
  }

  async #trim(key: string): Promise<void> {
    if ((await this.#redis.hlen(key)) <= identitiesMax) return
    const all = Object.entries(await this.#redis.hgetall(key))
    const oldestFirst = all.toSorted(([, one], [, other]) => parseMemory(one).seenAt - parseMemory(other).seenAt)
    await this.#redis.hdel(key, ...oldestFirst.slice(0, all.length - identitiesMax).map(([identity]) => identity))
  }

  #key(feedId: string): string {
    return `${this.#prefix}:seen:${feedId}`
  }
}

function judged(mark: EntryMark, memories: ReadonlyMap<string, EntryMemory>, nowSeconds: number): JudgedMark {
  const known = mark.identities.flatMap((identity) => memories.get(identity) ?? [])
  const judgement = judgeEntry(known, mark.fingerprint, nowSeconds)
  return { mark, judgement, memory: rememberEntry(known, mark.fingerprint, judgement, nowSeconds) }
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
