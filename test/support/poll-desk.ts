import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feeds, FleetHealth, Politeness, SeenEntries, Subscriptions } from '@rafid/catalog'
import { parseFeed, pollFeed } from '@rafid/contracts'
import type { FeedExplanation } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { pollFeedStage } from '@rafid/fetcher/poll-feed-stage.ts'
import { createHttpClient } from '@rafid/http'
import { parseFeedStage } from '@rafid/parser/parse-feed-stage.ts'
import { bind, job, runInMemory } from '@rafid/pipeline'
import type { Emission } from '@rafid/pipeline'
import { fleetHostsMax } from '@rafid/polling'
import { createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'

/** Fetcher and parser of feeds with a real Redis and real HTTP, one poll at a time. */
export type PollDesk = AsyncDisposable & {
  readonly feeds: Feeds
  readonly subscriptions: Subscriptions
  readonly redis: Redis
  readonly prefix: string
  readonly lines: readonly string[]
  readonly metrics: ReturnType<typeof createMetrics>
  add(url: string): Promise<string>
  /** Polls a feed and reads what came; how many pages are to be fetched then. */
  poll(id: string): Promise<number>
  /** Reads a document that a hub has delivered; how many pages are to be fetched then. */
  deliver(id: string, body: string): Promise<number>
  explain(id: string): Promise<FeedExplanation>
}

/** @param allow the `host:port` pairs that may be fetched */
export async function openPollDesk(redisUrl: string, allow: readonly string[]): Promise<PollDesk> {
  const stack = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'rafid-polls-'))
  stack.defer(() => rm(dir, { recursive: true, force: true }))
  const redis = new Redis(redisUrl)
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const http = createHttpClient({
    allow: allow.map((pair) => ({ host: pair.split(':')[0] ?? '', port: Number(pair.split(':')[1]) })),
  })
  stack.defer(() => http.close())
  const lines: string[] = []
  const tell = (fields: object, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`)
  const feeds = new Feeds(home)
  const metrics = createMetrics()
  const limits = { minMs: 300_000, maxMs: 21_600_000 }
  const subscriptions = new Subscriptions(home)
  const shared = { feeds, subscriptions, limits, random: () => 0.5, log: { warn: tell, info: tell }, metrics }
  const documents = new FileDocuments(dir)
  const fleet = new FleetHealth({ ...home, hostsMax: fleetHostsMax })
  const stages = [
    bind(pollFeedStage, { ...shared, fleet, http, documents, politeness: new Politeness(home), hostGapMs: 0 }),
    bind(parseFeedStage, { ...shared, documents, seen: new SeenEntries(home) }),
  ]
  const run = async (first: Emission): Promise<number> => {
    const { steps, unconsumed } = await runInMemory(stages, [first])
    const last = steps.at(-1)?.settled
    if (last?.kind !== 'done') throw new Error(JSON.stringify(last))
    return unconsumed.length
  }
  return {
    feeds,
    subscriptions,
    redis,
    prefix: home.prefix,
    lines,
    metrics,
    add: async (url) => (await feeds.add({ url, title: null, siteUrl: null })).id,
    poll: (id) => run(job(pollFeed, { feedId: id })),
    async deliver(feedId, body) {
      const document = await documents.put(Buffer.from(body), 'application/rss+xml')
      const polled = await feeds.pollState(feedId)
      const delivery = {
        feedId,
        url: polled?.url ?? '',
        document,
        fetchedAt: (polled?.now ?? new Date(0)).toISOString(),
      }
      return run(job(parseFeed, { ...delivery, etag: null, lastModified: null, askedMs: null, pushed: true }))
    },
    async explain(id) {
      const told = await feeds.explain(id)
      if (told === null) throw new Error(`there is no feed ${id}`)
      return told
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
