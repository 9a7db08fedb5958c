import type { Redis } from 'ioredis'
import { z } from 'zod'
import { hostErrorsMax, hostKeys } from './host-keys.ts'
import { luaNow, redisScript } from './redis-script.ts'
import { shownAddress } from './shown-address.ts'

/** How politely one host is asked at this moment, and how that goes. */
export type HostState = {
  /** Host and port. */
  readonly host: string
  readonly askedAt: Date | null
  /** Since when a request is under way; null when none is. */
  readonly inFlightSince: Date | null
  /** When the next request that joins the line may start; never earlier than now. */
  readonly nextAt: Date
  /** What the host wants to be left alone with, itself or one address, and until when. */
  readonly limit: { readonly of: 'host' | 'address'; readonly until: Date; readonly address: string } | null
  /** How many times further apart its requests are than they would be, because it limited us; 1 for most hosts. */
  readonly slowFactor: number
  /** Requests of this hour and the one before, and how many of them failed. */
  readonly requests: number
  readonly failures: number
  /** The last of them, newest first. */
  readonly errors: readonly { readonly at: Date; readonly code: string; readonly address: string }[]
}

/** So many hosts are read at once at most. */
export const hostsReadMax = 500

const fields = ['free', 'rest', 'busy', 'since', 'until', 'slow', 'limited', 'limitedUntil'] as const
const counts = ['hour', 'asked', 'failed', 'askedBefore', 'failedBefore'] as const

// One round trip whatever the number of hosts: those that limit us, then those asked last, or the ones that are named.
const read = redisScript(`${luaNow}
local names, seen = {}, {}
local function add(found)
  for _, name in ipairs(found) do
    if not seen[name] and #names < tonumber(ARGV[3]) then
      seen[name] = true
      names[#names + 1] = name
    end
  end
end
if #ARGV > 3 then
  add({ unpack(ARGV, 4) })
else
  add(redis.call('ZRANGEBYSCORE', KEYS[2], now, '+inf', 'LIMIT', 0, ARGV[3]))
  add(redis.call('ZREVRANGE', KEYS[1], 0, ARGV[3] - 1))
end
local rows = {}
for i, name in ipairs(names) do
  local values = redis.call('HMGET', ARGV[1] .. name, ${[...fields, ...counts].map((name) => `'${name}'`).join(', ')})
  for at = 1, #values do values[at] = values[at] or '' end
  rows[i] = { name, redis.call('ZSCORE', KEYS[1], name) or '', values,
    redis.call('LRANGE', ARGV[2] .. name, 0, ${hostErrorsMax - 1}) }
end
return { string.format('%.0f', now), rows }
`)

const row = z.tuple([z.string(), z.string(), z.array(z.string()), z.array(z.string())])
const reply = z.tuple([z.coerce.number(), z.array(row)])

const hourMs = 3_600_000

/** The hosts that are asked, for those who look on. */
export class HostStates {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Hosts that hold us back first, then those that fail most, then those asked last.
   *
   * @param limit how many are read, at most 500: those that limit us, then those asked last
   */
  async list(limit: number): Promise<HostState[]> {
    const states = await this.#read(Math.min(limit, hostsReadMax), [])
    return states.toSorted((one, other) => rankOf(other) - rankOf(one) || askedMs(other) - askedMs(one))
  }

  /** The states of a host by its name, or by its name and port. */
  async find(host: string): Promise<HostState[]> {
    const names = /:\d+$/.test(host) ? [host] : [`${host}:443`, `${host}:80`]
    const states = await this.#read(names.length, names)
    return states.filter(({ askedAt }) => askedAt !== null)
  }

  async #read(limit: number, names: readonly string[]): Promise<HostState[]> {
    const keys = hostKeys(this.#prefix)
    const args = [keys.state(''), keys.errors(''), limit, ...names]
    const [nowMs, rows] = reply.parse(await read(this.#redis, [keys.asked, keys.limited], args))
    return rows.map((values) => stateOf(values, nowMs))
  }
}

function rankOf({ limit, requests, failures }: HostState): number {
  return (limit === null ? 0 : 2) + (requests === 0 ? 0 : failures / requests)
}

function askedMs({ askedAt }: HostState): number {
  return askedAt?.getTime() ?? 0
}

function stateOf([host, askedMsText, values, errors]: z.infer<typeof row>, nowMs: number): HostState {
  const named = Object.fromEntries([...fields, ...counts].map((name, at) => [name, values[at] ?? '']))
  const number = (name: (typeof fields)[number] | (typeof counts)[number]): number => Number(named[name] ?? 0)
  const isInFlight = named['busy'] !== '' && number('until') > nowMs
  const limitedUntil = number('limitedUntil')
  const of = number('rest') >= limitedUntil ? 'host' : 'address'
  return {
    host,
    askedAt: askedMsText === '' ? null : new Date(Number(askedMsText)),
    inFlightSince: isInFlight ? new Date(number('since')) : null,
    nextAt: new Date(Math.max(nowMs, number('free'), number('rest'))),
    limit:
      limitedUntil > nowMs
        ? { of, until: new Date(limitedUntil), address: shownAddress(named['limited'] ?? '') }
        : null,
    slowFactor: Math.max(1, number('slow')),
    ...countsOf(number, Math.floor(nowMs / hourMs)),
    errors: errors.map(errorOf),
  }
}

/** Counts of hours that are over do not count. */
function countsOf(number: (name: (typeof counts)[number]) => number, hour: number) {
  const passed = hour - number('hour')
  if (passed > 1) return { requests: 0, failures: 0 }
  if (passed === 1) return { requests: number('asked'), failures: number('failed') }
  return { requests: number('asked') + number('askedBefore'), failures: number('failed') + number('failedBefore') }
}

function errorOf(line: string): HostState['errors'][number] {
  const [at = '', code = '', ...address] = line.split(' ')
  return { at: new Date(Number(at)), code, address: address.join(' ') }
}
