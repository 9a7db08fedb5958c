import { subscription } from '@rafid/contracts'
import type { Subscription } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'

/** A subscription that is claimed and not settled is due again after this long, in milliseconds. */
const claimMs = 120_000

/** Who comes too late so often finds a busy hub, in tries. */
const triesMax = 20

// Written only if nobody has written since it was read.
const replace = redisScript(`
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4])
return 1
`)

const claim = redisScript(`${luaNow}
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), id) end
return ids
`)

/** The subscriptions of feeds at WebSub hubs, for all workers together. */
export class Subscriptions {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  async get(feedId: string): Promise<Subscription | null> {
    return subscriptionOf(await this.#redis.get(this.#key(feedId)))
  }

  /**
   * Changes the subscription of a feed in one step, whoever else is at it.
   *
   * @param change makes the next one of the one before, null for a feed that has none; null leaves it as it is. It may
   *   be called again.
   * @returns the subscription as it is now, or null when `change` said null
   */
  async update(
    feedId: string,
    change: (before: Subscription | null) => Subscription | null,
  ): Promise<Subscription | null> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const before = await this.#redis.get(this.#key(feedId))
      const next = change(subscriptionOf(before))
      if (next === null) return null
      const args = [before ?? '', JSON.stringify(next), Date.parse(next.dueAt), feedId]
      if ((await replace(this.#redis, [this.#key(feedId), this.#due()], args)) === 1) return next
    }
    return null
  }

  /** Takes subscriptions about which something is to be done; each is given to one caller only. */
  async claimDue(limit: number): Promise<string[]> {
    return z.array(z.string()).parse(await claim(this.#redis, [this.#due()], [limit, claimMs]))
  }

  /** Forgets the subscription of a feed that is no longer read; its hub notices by our answers. */
  async remove(feedId: string): Promise<void> {
    await this.#redis.multi().del(this.#key(feedId)).zrem(this.#due(), feedId).exec()
  }

  #key(feedId: string): string {
    return `${this.#prefix}:websub:${feedId}`
  }

  #due(): string {
    return `${this.#prefix}:websub-due`
  }
}

/** One of another release that does not fit counts as none: the feed offers it anew. */
function subscriptionOf(text: string | null): Subscription | null {
  if (text === null) return null
  const read = subscription.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}
