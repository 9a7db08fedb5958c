import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExtractionHistory, Feeds, MatchFollower, SavedSearches, SearchMatches, StoryLog } from '@rafid/catalog'
import type { Article } from '@rafid/contracts'
import { gateway } from '@rafid/gateway/gateway.ts'
import { original } from '@rafid/gateway/pages/sample-article.ts'
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
  readonly failures: string[]
}

/** Opens a gateway over an index of the given articles. */
export async function openGateway(redisUrl: string, articles: readonly Article[]): Promise<OpenGateway> {
  const stack = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'rafid-gateway-'))
  stack.defer(() => rm(dir, { recursive: true }))
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const writer = openWriter(join(dir, 'index.db'))
  for (const article of articles) await writer.put(article, original)
  await writer.close()
  const reader = openReader(join(dir, 'index.db'))
  stack.defer(() => reader.close())
  const follower = new MatchFollower(home)
  stack.defer(() => follower.close())
  const stores = {
    feeds: new Feeds(home),
    extraction: new ExtractionHistory(home),
    deadLetters: new DeadLetters(home),
    stories: new StoryLog(home),
    searches: new SavedSearches(home),
    matches: new SearchMatches(home),
    queues: new Queues(home),
  }
  const failures: string[] = []
  const onFailure = (error: unknown, path: string): void => void failures.push(`${path}: ${String(error)}`)
  const { registry } = createMetrics()
  const app = gateway({ reader, ...stores, follower, home, onFailure, registry, hubs: null, discover: null })
  return { app, home, failures, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}
