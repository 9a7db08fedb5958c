import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'

/** A reservation that nobody came for is forgotten this long after its time, in milliseconds. */
const reservationGraceMs = 60_000

/** A host that nobody asks for so long is forgotten, with its speed, in milliseconds. */
const keepMs = 24 * 3_600_000

/** A host that limits us is asked at most so many times slower than otherwise. */
const slowMax = 64

/** What of its slowness a host loses with every answer that is none of its limits. */
const recovery = 0.9

/** How much of the time between two requests the last one tells. */
const paceShare = 0.3

// A job that must wait keeps its place in the host's line, whichever worker brings it back. Places are as far apart as
// requests have turned out to be, so that few jobs come while the host is still answering another.
const ask = redisScript(`${luaNow}
local host = redis.call('HMGET', KEYS[1], 'free', 'rest', 'busy', 'until', 'pace', 'slow')
local gap = tonumber(ARGV[2]) * (tonumber(host[6]) or 1)
local step = math.max(gap, tonumber(host[5]) or 0)
local free = tonumber(host[1]) or 0
local rest = tonumber(host[2]) or 0
local busy = host[3] and host[3] ~= ARGV[1] and (tonumber(host[4]) or 0) > now
local at = tonumber(redis.call('GET', KEYS[2]) or '0')
if at == 0 or (busy and at <= now) then
  at = math.max(busy and now + step or now, free)
  redis.call('HSET', KEYS[1], 'free', at + step)
end
local wait = math.max(at, rest) - now
if wait <= 0 then
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[1], 'busy', ARGV[1], 'since', now, 'until', now + tonumber(ARGV[3]))
  redis.call('PEXPIRE', KEYS[1], ${keepMs})
  return 0
end
redis.call('SET', KEYS[2], at, 'PX', math.ceil(wait + ${reservationGraceMs}))
redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(${keepMs}, wait + ${reservationGraceMs})))
return math.ceil(wait)
`)

// The distance counts from the end of a request: then no delay of ours between the script and the wire can shorten it.
const leave = redisScript(`${luaNow}
local host = redis.call('HMGET', KEYS[1], 'busy', 'since', 'rest', 'pace', 'slow')
if host[1] ~= ARGV[1] then return 0 end
local slow = tonumber(host[5]) or 1
if ARGV[3] == 'well' then slow = math.max(1, slow * ${recovery}) end
local gap = tonumber(ARGV[2]) * slow
local took = now - (tonumber(host[2]) or now) + gap
local pace = (tonumber(host[4]) or took) * ${1 - paceShare} + took * ${paceShare}
redis.call('HDEL', KEYS[1], 'busy', 'since', 'until')
redis.call('HSET', KEYS[1], 'rest', math.max(tonumber(host[3]) or 0, now + gap), 'pace', pace, 'slow', slow)
return 1
`)

// One address that is limited may be one address; a second one within the time means the host.
const limit = redisScript(`${luaNow}
local host = redis.call('HMGET', KEYS[1], 'limited', 'limitedUntil', 'rest', 'slow')
local isHost = host[1] and host[1] ~= ARGV[1] and (tonumber(host[2]) or 0) > now
local slow = math.min((tonumber(host[4]) or 1) * 2, ${slowMax})
local ends = now + tonumber(ARGV[2])
redis.call('HSET', KEYS[1], 'limited', ARGV[1], 'limitedUntil', ends, 'slow', slow)
if isHost then redis.call('HSET', KEYS[1], 'rest', math.max(tonumber(host[3]) or 0, ends)) end
redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(${keepMs}, tonumber(ARGV[2]))))
return isHost and 1 or 0
`)

/** One request to a host. */
export type Turn = {
  /** Host and port. */
  readonly host: string
  /** Who asks: the same job asking again keeps its place. */
  readonly jobKey: string
  /** From the end of a request to the start of the next, in milliseconds; 0 for a host that is ours. */
  readonly gapMs: number
}

/**
 * One request at a time to each host, and a distance between them: kept in Redis, for all workers together and across
 * restarts.
 */
export class Politeness {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Takes the next place in a host's line (a generic cell rate algorithm with a burst of one), or begins the turn when
   * its time has come. A turn that has begun must be ended; that of a worker that died ends after `leaseMs`.
   *
   * @returns 0 to go ahead now, else milliseconds to wait before asking again
   */
  async beginTurn({ host, jobKey, gapMs }: Turn, leaseMs: number): Promise<number> {
    if (gapMs <= 0) return 0
    const keys = [this.#host(host), `${this.#prefix}:host:place:${host}:${jobKey}`]
    return z.number().parse(await ask(this.#redis, keys, [jobKey, gapMs, leaseMs]))
  }

  /**
   * Ends a turn.
   *
   * @param isWell whether the host answered without limiting us, which makes a slowed host a little faster again
   */
  async endTurn({ host, jobKey, gapMs }: Turn, isWell: boolean): Promise<void> {
    if (gapMs <= 0) return
    await leave(this.#redis, [this.#host(host)], [jobKey, gapMs, isWell ? 'well' : 'not well'])
  }

  /**
   * A host has limited us (429, or 503 with a time). Its requests are twice as far apart from now on, until it answers
   * well again. When it is the second address within the time asked for, nobody asks the host before that time is over.
   *
   * @param address what was limited
   * @param restMs how long the host wants to be left alone, in milliseconds
   * @returns whether the whole host rests, or only what was limited
   */
  async limited(host: string, address: string, restMs: number): Promise<'host' | 'address'> {
    return (await limit(this.#redis, [this.#host(host)], [address, Math.ceil(restMs)])) === 1 ? 'host' : 'address'
  }

  #host(host: string): string {
    return `${this.#prefix}:host:${host}`
  }
}
