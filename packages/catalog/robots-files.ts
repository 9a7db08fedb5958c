import type { Redis } from 'ioredis'
import { z } from 'zod'

const robotsRecord = z.object({
  /** null while the file cannot be had: nobody fetches pages until then. */
  rules: z
    .object({
      allow: z.array(z.string()),
      disallow: z.array(z.string()),
      crawlDelayMs: z.number().nullable(),
    })
    .nullable(),
  /** The HTTP status, or the code of the failure. */
  found: z.union([z.number(), z.string()]),
  /** Times in a row that the file could not be had. */
  failures: z.number(),
  fetchedAt: z.iso.datetime(),
  /** When it is asked for again. */
  freshUntil: z.iso.datetime(),
})

/** What is known of a host's robots.txt. */
export type RobotsRecord = z.infer<typeof robotsRecord>

/** Rules are kept so long for the case that the file cannot be had again, in milliseconds. */
const keepMs = 7 * 86_400_000

/** The robots.txt of every host whose pages are fetched, for all workers together. */
export class RobotsFiles {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /** @param origin scheme, host and port: each has a file of its own (RFC 9309, section 2.3) */
  async get(origin: string): Promise<RobotsRecord | null> {
    const stored = await this.#redis.get(this.#key(origin))
    return stored === null ? null : robotsRecord.parse(JSON.parse(stored))
  }

  /** What is known of the files of some hosts, each `host:port`; those of which nothing is known are left out. */
  async ofHosts(hosts: readonly string[]): Promise<Map<string, RobotsRecord>> {
    const asked = hosts.flatMap((host) => originsOf(host).map((origin) => ({ host, origin })))
    if (asked.length === 0) return new Map()
    const stored = await this.#redis.mget(asked.map(({ origin }) => this.#key(origin)))
    return new Map(
      asked.flatMap(({ host }, at) => {
        const text = stored[at]
        return typeof text === 'string' ? [[host, robotsRecord.parse(JSON.parse(text))] as const] : []
      }),
    )
  }

  async put(origin: string, record: RobotsRecord): Promise<void> {
    await this.#redis.set(this.#key(origin), JSON.stringify(record), 'PX', keepMs)
  }

  #key(origin: string): string {
    return `${this.#prefix}:robots:${origin}`
  }
}

/** The origins that a host and port may stand for; the one that is in use is the last to win. */
function originsOf(host: string): string[] {
  return ['http', 'https'].flatMap((scheme) => {
    const address = `${scheme}://${host}`
    return URL.canParse(address) ? [new URL(address).origin] : []
  })
}
