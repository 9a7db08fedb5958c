import { ConfigError } from '@rafid/errors'
import type { Logger } from '@rafid/telemetry'
import { Redis } from 'ioredis'

/** How long a start waits for Redis to answer, in milliseconds. */
const startWithinMs = 10_000

export type ConnectOptions = {
  /**
   * A command that Redis has not answered by then fails. Without it, commands wait out an outage, which is right for workers
   * and wrong for a server whose callers wait.
   */
  readonly commandTimeoutMs?: number | undefined
  /** How long Redis may take to answer at all. */
  readonly connectWithinMs?: number
  /** For who wants to find out what is wrong with a Redis: nothing is refused. */
  readonly acceptsEviction?: boolean
}

/**
 * Connects to Redis and refuses one that would lose jobs silently.
 *
 * @param url `redis://` or `rediss://`
 * @throws ConfigError when Redis does not answer, cannot be used, or evicts keys
 */
export async function connectRedis(
  url: string,
  log: Logger,
  { commandTimeoutMs, connectWithinMs = startWithinMs, acceptsEviction = false }: ConnectOptions = {},
): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    // Workers wait out an outage; an attempt is not spent on it.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(2 ** times * 50, 2_000),
    ...(commandTimeoutMs !== undefined && { commandTimeout: commandTimeoutMs }),
  })
  redis.on('error', (error: Error) => log.warn({ error: error.message }, 'redis connection failed'))
  try {
    await answering(redis, url, connectWithinMs)
    if (!acceptsEviction) await refuseEviction(redis)
    await warnWithoutAof(redis, log)
    return redis
  } catch (error) {
    redis.disconnect()
    throw error
  }
}

async function answering(redis: Redis, url: string, connectWithinMs: number): Promise<void> {
  const shown = url.replace(/\/\/[^@/]*@/, '//')
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('no answer')), connectWithinMs)
  try {
    // `connect` rejects on the first refused attempt while the client goes on trying; the ping waits for success.
    redis.connect().catch(() => {})
    await Promise.race([redis.ping(), late.promise])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`Redis at ${shown} does not answer (${reason}): start it or set REDIS_URL.`])
  } finally {
    clearTimeout(timer)
  }
}

async function refuseEviction(redis: Redis): Promise<void> {
  const policy = await setting(redis, 'maxmemory-policy')
  if (policy !== null && policy !== 'noeviction') {
    throw new ConfigError([
      `Redis runs with maxmemory-policy ${policy} and would drop queued jobs without a word: set it to noeviction.`,
    ])
  }
}

async function warnWithoutAof(redis: Redis, log: Logger): Promise<void> {
  if ((await setting(redis, 'appendonly')) === 'no') {
    log.warn('redis runs without an append-only file: queued jobs are lost when it stops; set appendonly yes')
  }
}

/** A setting of the server, or null where CONFIG is forbidden, as on some hosted Redis. */
async function setting(redis: Redis, name: string): Promise<string | null> {
  try {
    const reply: unknown = await redis.config('GET', name)
    const pairs = Array.isArray(reply) ? reply : Object.entries(reply as Record<string, string>).flat()
    return typeof pairs[1] === 'string' ? pairs[1] : null
  } catch {
    return null
  }
}
