import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ExtractionHistory,
  Feeds,
  ItemTrace,
  MatchFollower,
  SavedSearches,
  SearchMatches,
  StoryLog,
} from '@rafid/catalog'
import type { Article, Relation } from '@rafid/contracts'
import { gateway } from '@rafid/gateway/gateway.ts'
import { DeadLetters, Queues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { openReader, openWriter } from '@rafid/search'
import { createMetrics } from '@rafid/telemetry'
import type { Hono } from 'hono'
import { Redis } from 'ioredis'

/** A gateway that is asked without a port, with a home of its own in Redis. */
export type OpenGateway = AsyncDisposable & {
  readonly app: Hono
  readonly home: QueueHome
  readonly stores: ReturnType<typeof storesOf>
  /** What it has told the log. */
  readonly failures: readonly string[]
}

/** Opens a gateway over an index of the given articles. */
export async function openGateway(
  redisUrl: string,
  articles: readonly (readonly [Article, Relation])[],
): Promise<OpenGateway> {
  const stack = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'rafid-gateway-'))
  stack.defer(() => rm(dir, { recursive: true, force: true }))
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const writer = openWriter(join(dir, 'index.db'))
  for (const [article, relation] of articles) await writer.put(article, relation)
  await writer.close()
  const reader = openReader(join(dir, 'index.db'))
  stack.defer(() => reader.close())
  const stores = storesOf(home)
  stack.defer(() => stores.follower.close())
  stack.defer(() => stores.deadLetters.close())
  stack.defer(() => stores.queues.close())
  const failures: string[] = []
  const onFailure = (error: unknown, path: string): void => void failures.push(`${path}: ${String(error)}`)
  const { registry } = createMetrics()
  const app = gateway({ reader, ...stores, home, onFailure, registry, hubs: null, discover: null })
  return { app, home, stores, failures, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

function storesOf(home: QueueHome) {
  const trace = new ItemTrace({ ...home, days: 7 })
  return {
    trace,
    feeds: new Feeds(home),
    extraction: new ExtractionHistory(home),
    deadLetters: new DeadLetters(home, trace),
    stories: new StoryLog(home),
    searches: new SavedSearches(home),
    matches: new SearchMatches(home),
    follower: new MatchFollower(home),
    queues: new Queues(home),
  }
}
