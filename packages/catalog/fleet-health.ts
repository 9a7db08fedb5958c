import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'

/** What is known of the last polls of all fetchers together. */
export type FleetSight = {
  readonly nowMs: number
  /** Since when our own network is to blame for failures; null when it is not. */
  readonly outSinceMs: number | null
  /** The last polls of distinct hosts, the newest first. */
  readonly results: readonly { readonly failed: boolean; readonly atMs: number }[]
}

// Bounded by the number of hosts kept, however many there are.
const see = redisScript(`${luaNow}
if ARGV[1] ~= '' then
  redis.call('ZADD', KEYS[1], now, ARGV[1])
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
end
local hosts = redis.call('ZREVRANGE', KEYS[1], 0, -1, 'WITHSCORES')
local rows = {}
for i = 1, #hosts, 2 do
  if i / 2 > tonumber(ARGV[3]) then
    redis.call('ZREM', KEYS[1], hosts[i])
    redis.call('HDEL', KEYS[2], hosts[i])
  else
    rows[#rows + 1] = { redis.call('HGET', KEYS[2], hosts[i]) or '0', hosts[i + 1] }
  end
end
return { string.format('%.0f', now), redis.call('GET', KEYS[3]) or '', rows }
`)

const sight = z.tuple([z.coerce.number(), z.string(), z.array(z.tuple([z.string(), z.coerce.number()]))])

/** How polls go at all hosts together: failures of everybody at once are our own. */
export class FleetHealth {
  readonly #redis: Redis
  readonly #keys: readonly [string, string, string]
  readonly #hostsMax: number

  /** @param home.hostsMax hosts that are looked at, those polled last */
  constructor({ redis, prefix, hostsMax }: { redis: Redis; prefix: string; hostsMax: number }) {
    this.#redis = redis
    this.#keys = [`${prefix}:fleet:hosts`, `${prefix}:fleet:failed`, `${prefix}:fleet:out`]
    this.#hostsMax = hostsMax
  }

  /** Adds how a poll of a host went, and tells what is known then. */
  see(host: string, failed: boolean): Promise<FleetSight> {
    return this.#look(host, failed ? '1' : '0')
  }

  look(): Promise<FleetSight> {
    return this.#look('', '')
  }

  /** Says for all fetchers since when our own network is to blame, or with null that it no longer is. */
  async declare(outSinceMs: number | null): Promise<void> {
    if (outSinceMs === null) await this.#redis.del(this.#keys[2])
    else await this.#redis.set(this.#keys[2], String(outSinceMs))
  }

  async #look(host: string, failed: string): Promise<FleetSight> {
    const [nowMs, out, rows] = sight.parse(await see(this.#redis, this.#keys, [host, failed, this.#hostsMax]))
    const results = rows.map(([mark, atMs]) => ({ failed: mark === '1', atMs }))
    return { nowMs, outSinceMs: out === '' ? null : Number(out), results }
  }
}
