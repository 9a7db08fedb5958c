import type { Redis } from 'ioredis'
import { z } from 'zod'
import { hostErrorsMax, hostKeptMs, hostKeys, hostsListedMax } from './host-keys.ts'
import { luaNow, redisScript } from './redis-script.ts'
import { shownAddress } from './shown-address.ts'

/** A reservation that nobody came for is forgotten this long after its time, in milliseconds. */
const reservationGraceMs = 60_000

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
  redis.call('PEXPIRE', KEYS[1], ${hostKeptMs})
  return 0
end
redis.call('SET', KEYS[2], at, 'PX', math.ceil(wait + ${reservationGraceMs}))
redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(${hostKeptMs}, wait + ${reservationGraceMs})))
return math.ceil(wait)
`)

/** How requests to a host went is counted by the hour, in milliseconds. */
const countedMs = 3_600_000

// One round trip ends the turn and writes down how the request went: those who watch cost the fetchers none of their own.
const record = `
local hour = math.floor(now / ${countedMs})
local seen = redis.call('HMGET', KEYS[1], 'hour', 'asked', 'failed')
local passed = hour - (tonumber(seen[1]) or 0)
if passed > 0 then
  local asked = passed == 1 and seen[2] or 0
  local failed = passed == 1 and seen[3] or 0
  redis.call('HSET', KEYS[1], 'hour', hour, 'asked', 0, 'failed', 0, 'askedBefore', asked, 'failedBefore', failed)
end
redis.call('HINCRBY', KEYS[1], 'asked', 1)
redis.call('ZADD', KEYS[2], now, ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ${hostKeptMs})
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -${hostsListedMax + 1})
if ARGV[5] ~= '' then
  redis.call('HINCRBY', KEYS[1], 'failed', 1)
  redis.call('LPUSH', KEYS[3], string.format('%.0f', now) .. ' ' .. ARGV[5] .. ' ' .. ARGV[6])
  redis.call('LTRIM', KEYS[3], 0, ${hostErrorsMax - 1})
  redis.call('PEXPIRE', KEYS[3], ${hostKeptMs})
end
`

// The distance counts from the end of a request: then no delay of ours between the script and the wire can shorten it.
const leave = redisScript(`${luaNow}${record}
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
redis.call('ZADD', KEYS[2], 'GT', ends, ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZREMRANGEBYRANK', KEYS[2], ${hostsListedMax}, -1)
redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(${hostKeptMs}, tonumber(ARGV[2]))))
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

/** Why a request was not answered as it should have been. */
export type RequestFailure = { readonly code: string; readonly address: string }

/**
 * One request at a time to each host, and a distance between them: kept in Redis, for all workers together and across
 * restarts.
 */
export class Politeness {
  readonly #redis: Redis
  readonly #prefix: string
  readonly #keys: ReturnType<typeof hostKeys>

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
    this.#keys = hostKeys(prefix)
  }

  /**
   * Takes the next place in a host's line (a generic cell rate algorithm with a burst of one), or begins the turn when
   * its time has come. A turn that has begun must be ended; that of a worker that died ends after `leaseMs`.
   *
   * @returns 0 to go ahead now, else milliseconds to wait before asking again
   */
  async beginTurn({ host, jobKey, gapMs }: Turn, leaseMs: number): Promise<number> {
    if (gapMs <= 0) return 0
    const keys = [this.#keys.state(host), `${this.#prefix}:host:place:${host}:${jobKey}`]
    return z.number().parse(await ask(this.#redis, keys, [jobKey, gapMs, leaseMs]))
  }

  /**
   * Ends a turn, and counts how its request went.
   *
   * @param isWell whether the host answered without limiting us, which makes a slowed host a little faster again
   * @param failure what went wrong, for those who look at the host
   */
  async endTurn({ host, jobKey, gapMs }: Turn, isWell: boolean, failure: RequestFailure | null = null): Promise<void> {
    if (gapMs <= 0) return
    const keys = [this.#keys.state(host), this.#keys.asked, this.#keys.errors(host)]
    const { code = '', address = '' } = failure ?? {}
    const went = isWell ? 'well' : 'not well'
    await leave(this.#redis, keys, [jobKey, gapMs, went, host, code, shownAddress(address)])
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
    const keys = [this.#keys.state(host), this.#keys.limited]
    return (await limit(this.#redis, keys, [address, Math.ceil(restMs), host])) === 1 ? 'host' : 'address'
  }
}
