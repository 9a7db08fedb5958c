import { createHash } from 'node:crypto'
import { feed } from '@rafid/contracts'
import type { Feed } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'

/** What a poll needs to know of a feed. */
export type PollState = {
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** Key of the last body, so that a publisher who ignores validators costs no parsing. */
  readonly bodyKey: string | null
  readonly intervalMs: number | null
  readonly errorsInARow: number
}

/** What a poll changes of a feed. Fields left out stay as they are. */
export type PollRecord = {
  readonly outcome: string
  readonly errorCode: string | null
  readonly errorsInARow: number
  readonly intervalMs: number
  /** From now, by the server's clock. */
  readonly waitMs: number
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly bodyKey?: string
  readonly title?: string | null
  readonly siteUrl?: string | null
  readonly entriesNew?: number
}

const add = redisScript(`${luaNow}
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'url', ARGV[2], 'title', ARGV[3], 'siteUrl', ARGV[4], 'addedAt', now)
redis.call('ZADD', KEYS[2], now, ARGV[1])
redis.call('ZADD', KEYS[3], now, ARGV[1])
return 1
`)

// Whoever claims a feed moves its time forward in the same step: two schedulers never claim one feed, and one that
// dies before the poll is queued leaves a feed that is due again soon.
const claimDue = redisScript(`${luaNow}
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], now + ARGV[2], id) end
return ids
`)

const record = redisScript(`${luaNow}
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'lastPollAt', now, unpack(ARGV, 4))
redis.call('HINCRBY', KEYS[1], 'entriesSeen', ARGV[3])
redis.call('ZADD', KEYS[2], now + ARGV[2], ARGV[1])
return 1
`)

const remove = redisScript(`
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('DEL', KEYS[4])
return redis.call('DEL', KEYS[1])
`)

/** How long a claimed feed is left alone before another scheduler may claim it, in milliseconds. */
const claimMs = 120_000

/** The feeds and when each is due. */
export class Feeds {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Adds a feed, due at once. Adding one that is there already changes nothing.
   *
   * @param wanted.url an admitted URL
   */
  async add(wanted: {
    url: string
    title: string | null
    siteUrl: string | null
  }): Promise<{ id: string; added: boolean }> {
    const id = feedIdOf(wanted.url)
    const args = [id, wanted.url, wanted.title ?? '', wanted.siteUrl ?? '']
    const added = await add(this.#redis, [this.#feed(id), this.#all(), this.#due()], args)
    return { id, added: added === 1 }
  }

  async remove(id: string): Promise<boolean> {
    const keys = [this.#feed(id), this.#all(), this.#due(), `${this.#prefix}:seen:${id}`]
    return (await remove(this.#redis, keys, [id])) === 1
  }

  /** Takes feeds that are due; each is given to one caller only. */
  async claimDue(limit: number): Promise<string[]> {
    return z.array(z.string()).parse(await claimDue(this.#redis, [this.#due()], [limit, claimMs]))
  }

  /** What the next poll of a feed needs, or null when it has been removed. */
  async pollState(id: string): Promise<PollState | null> {
    const fields = await this.#redis.hgetall(this.#feed(id))
    if (!fields['url']) return null
    return {
      url: fields['url'],
      etag: fields['etag'] || null,
      lastModified: fields['lastModified'] || null,
      bodyKey: fields['bodyKey'] || null,
      intervalMs: fields['intervalMs'] ? Number(fields['intervalMs']) : null,
      errorsInARow: Number(fields['errorsInARow'] ?? 0),
    }
  }

  /** Writes down a poll and when the next one is due. A removed feed stays removed. */
  async record(id: string, poll: PollRecord): Promise<void> {
    const { outcome, waitMs, entriesNew = 0, ...rest } = poll
    const fields = Object.entries({ ...rest, lastOutcome: outcome }).flatMap(([name, value]) =>
      value === undefined ? [] : [name, value ?? ''],
    )
    await record(this.#redis, [this.#feed(id), this.#due()], [id, waitMs, entriesNew, ...fields])
  }

  async get(id: string): Promise<Feed | null> {
    const [fields, due] = await Promise.all([this.#redis.hgetall(this.#feed(id)), this.#redis.zscore(this.#due(), id)])
    return fields['url'] ? feedOf(id, fields, due === null ? null : Number(due)) : null
  }

  /**
   * All feeds in the order of their adding.
   *
   * @param limit feeds at most
   */
  async list(limit: number, offset = 0): Promise<Feed[]> {
    const ids = await this.#redis.zrange(this.#all(), String(offset), String(offset + limit - 1))
    const feeds = await Promise.all(ids.map((id) => this.get(id)))
    return feeds.filter((known) => known !== null)
  }

  async count(): Promise<number> {
    return this.#redis.zcard(this.#all())
  }

  #feed(id: string): string {
    return `${this.#prefix}:feed:${id}`
  }

  #all(): string {
    return `${this.#prefix}:feeds`
  }

  #due(): string {
    return `${this.#prefix}:feeds:due`
  }
}

/** `f` and 16 hexadecimal digits of the hash of a feed's URL. */
function feedIdOf(url: string): string {
  return `f${createHash('sha256').update(url).digest('hex').slice(0, 16)}`
}

function feedOf(id: string, fields: Record<string, string>, dueMs: number | null): Feed {
  return feed.parse({
    id,
    url: fields['url'],
    title: fields['title'] || null,
    siteUrl: fields['siteUrl'] || null,
    addedAt: instant(fields['addedAt']),
    lastPollAt: instant(fields['lastPollAt']),
    nextPollAt: dueMs === null ? null : new Date(dueMs).toISOString(),
    lastOutcome: fields['lastOutcome'] || null,
    errorCode: fields['errorCode'] || null,
    errorsInARow: Number(fields['errorsInARow'] ?? 0),
    entriesSeen: Number(fields['entriesSeen'] ?? 0),
  })
}

function instant(ms: string | undefined): string | null {
  return ms ? new Date(Number(ms)).toISOString() : null
}
