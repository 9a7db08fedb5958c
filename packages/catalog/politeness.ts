import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'

/** A reservation that nobody came for is forgotten this long after its time, in milliseconds. */
const reservationGraceMs = 60_000

// A job that must wait keeps its place in the host's line, whichever worker brings it back. The guard makes late and
// punctual starts keep their distance, and holds everybody back while the host has asked for a rest.
const reserve = redisScript(`${luaNow}
local gap = tonumber(ARGV[1])
local at = tonumber(redis.call('GET', KEYS[2]) or '0')
if at == 0 then
  at = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
  redis.call('SET', KEYS[1], at + gap, 'PX', at - now + gap + 1000)
end
local wait = math.max(at - now, redis.call('PTTL', KEYS[3]))
if wait <= 0 then
  redis.call('DEL', KEYS[2])
  if gap > 1 then redis.call('SET', KEYS[3], '1', 'PX', math.ceil(gap * 0.9)) end
  return 0
end
redis.call('SET', KEYS[2], at, 'PX', wait + tonumber(ARGV[2]))
return wait
`)

const hold = redisScript(`${luaNow}
local rest = tonumber(ARGV[1])
if redis.call('PTTL', KEYS[2]) < rest then redis.call('SET', KEYS[2], '1', 'PX', rest) end
local free = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now + rest)
redis.call('SET', KEYS[1], free, 'PX', free - now + 1000)
return rest
`)

/** Distance between requests to one host, kept for all workers together and across restarts. */
export class Politeness {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Takes the next place in a host's line (a generic cell rate algorithm with a burst of one).
   *
   * @param host host and port
   * @param jobKey who asks: the same job asking again keeps its place
   * @param gapMs distance between two requests, in milliseconds
   * @returns 0 to go ahead now, else milliseconds to wait before asking again
   */
  async reserve(host: string, jobKey: string, gapMs: number): Promise<number> {
    if (gapMs <= 0) return 0
    const keys = [this.#key('free', host), this.#key('place', `${host}:${jobKey}`), this.#key('rest', host)]
    return z.number().parse(await reserve(this.#redis, keys, [gapMs, reservationGraceMs]))
  }

  /** Lets nobody start a request to a host for a while, as after a 429. */
  async hold(host: string, restMs: number): Promise<void> {
    await hold(this.#redis, [this.#key('free', host), this.#key('rest', host)], [Math.ceil(restMs)])
  }

  #key(kind: string, name: string): string {
    return `${this.#prefix}:host:${kind}:${name}`
  }
}
