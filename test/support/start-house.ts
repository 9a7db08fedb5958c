import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feeds } from '@rafid/catalog'
import { DeadLetters } from '@rafid/pipeline'
import { openReader } from '@rafid/search'
import { Redis } from 'ioredis'
import { Fleet, serviceNames } from '../../infra/dev/fleet.ts'
import type { ServiceName } from '../../infra/dev/fleet.ts'
import { freePort } from '../../infra/dev/free-ports.ts'
import type { IndexedArticle } from '@rafid/search'
import { startRedis } from './start-redis.ts'
import type { RedisServer } from './start-redis.ts'
import { until } from './until.ts'

const prefix = 'rafid'
const stopMs = 8_000

/** What `/api/v1/pipeline` says. */
export type Pipeline = {
  readonly queues: readonly { name: string; waiting: number; active: number; delayed: number; failed: number }[]
  readonly workers: readonly { service: string; pid: number; healthUrl: string; stages: { name: string }[] }[]
  readonly articles: { articles: number; originals: number }
}

/** All services as real processes, with a Redis and a folder of their own. */
export class House implements AsyncDisposable {
  readonly redis: RedisServer
  readonly fleet: Fleet
  readonly dir: string
  readonly url: string
  readonly lines: string[]

  constructor(parts: Pick<House, 'redis' | 'fleet' | 'dir' | 'url' | 'lines'>) {
    this.redis = parts.redis
    this.fleet = parts.fleet
    this.dir = parts.dir
    this.url = parts.url
    this.lines = parts.lines
  }

  /** Adds feeds, due at once. */
  async addFeeds(urls: readonly string[]): Promise<void> {
    await this.withRedis(async (home) => {
      const feeds = new Feeds(home)
      for (const url of urls) await feeds.add({ url, title: null, siteUrl: null })
    })
  }

  async get<Body>(path: string): Promise<Body> {
    const response = await fetch(`${this.url}${path}`)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Body
  }

  pipeline(): Promise<Pipeline> {
    return this.get('/api/v1/pipeline')
  }

  /** Resolves when no queue holds a job; dead letters stay. */
  async quiet(): Promise<void> {
    await until(async () => {
      const pipeline = await this.pipeline().catch(() => null)
      return pipeline !== null && pipeline.queues.every((queue) => queue.waiting + queue.active + queue.delayed === 0)
    }, 200)
  }

  /** Every article of the index, read from its file. */
  async articles(): Promise<IndexedArticle[]> {
    const reader = openReader(join(this.dir, 'index.db'))
    const all: IndexedArticle[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await reader.newest({ limit: 100, cursor: cursor ?? undefined })
      for (const { id } of page.articles) {
        const article = await reader.get(id)
        if (article !== null) all.push(article)
      }
      cursor = page.nextCursor
    }
    await reader.close()
    return all
  }

  async deadLetters(): Promise<{ stage: string; code: string; message: string }[]> {
    const { queues } = await this.pipeline()
    return this.withRedis(async (home) => {
      const dead = new DeadLetters(home)
      const lists = await Promise.all(queues.map((queue) => dead.list(queue.name, 1_000)))
      await dead.close()
      return lists.flat()
    })
  }

  /** Kills every process of a service without a word; the fleet starts new ones. */
  kill(service: ServiceName): void {
    for (const { pid } of this.fleet.status()[service] ?? []) if (pid !== undefined) process.kill(pid, 'SIGKILL')
  }

  scale(service: ServiceName, count: number): Promise<void> {
    return this.fleet.scale(service, count, stopMs)
  }

  async withRedis<Result>(work: (home: { redis: Redis; prefix: string }) => Promise<Result>): Promise<Result> {
    const redis = new Redis(this.redis.url, { maxRetriesPerRequest: null })
    try {
      return await work({ redis, prefix: `{${prefix}}` })
    } finally {
      redis.disconnect()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.fleet.stop(stopMs)
    await this.redis.stop()
    await rm(this.dir, { recursive: true, force: true })
  }
}

/**
 * Starts one process of each service, unless told otherwise, and waits until the gateway is ready.
 *
 * @param options.allow `host:port` pairs that may be fetched although they are on loopback
 */
export async function startHouse(options: {
  allow: readonly string[]
  env?: Record<string, string>
  scale?: Partial<Record<ServiceName, number>>
}): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-house-'))
  const redis = await startRedis()
  const port = await freePort()
  const lines: string[] = []
  const env = {
    ...process.env,
    REDIS_URL: redis.url,
    RAFID_PREFIX: prefix,
    RAFID_DATA_DIR: dir,
    RAFID_PORT: String(port),
    RAFID_HTTP_ALLOW: options.allow.join(','),
    RAFID_HOST_GAP_MS: '0',
    RAFID_POLL_MIN_MS: '500',
    RAFID_POLL_MAX_MS: '1000',
    ...options.env,
  }
  const root = join(import.meta.dirname, '../..')
  const events = {
    line: (from: string, text: string) => void lines.push(`${from} ${text}`),
    crashed: (from: string, how: string) => void lines.push(`${from} crashed: ${how}`),
    refused: (from: string) => void lines.push(`${from} refused`),
  }
  const house = new House({
    redis,
    dir,
    lines,
    url: `http://127.0.0.1:${port}`,
    fleet: new Fleet({ root, env, events }),
  })
  for (const service of serviceNames) await house.scale(service, options.scale?.[service] ?? 1)
  await until(
    async () =>
      fetch(`${house.url}/ready`).then(
        (response) => response.ok,
        () => false,
      ),
    100,
  )
  return house
}
