import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { ExtractionHistory, Feeds, MatchFollower, SavedSearches, SearchMatches, StoryLog } from '@rafid/catalog'
import type { Article, Relation } from '@rafid/contracts'
import { gateway } from '@rafid/gateway/gateway.ts'
import { DeadLetters, Queues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { openReader, openWriter } from '@rafid/search'
import { createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { startRedis } from '../support/start-redis.ts'

/** A gateway on a free port, with a Redis and an index of its own. */
export type ServedGateway = AsyncDisposable & {
  readonly url: string
  readonly home: QueueHome
  readonly feeds: Feeds
  readonly searches: SavedSearches
  readonly matches: SearchMatches
}

/** Serves the given articles. */
export async function serveGateway(articles: readonly [Article, Relation][]): Promise<ServedGateway> {
  const stack = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'rafid-browser-'))
  stack.defer(() => rm(dir, { recursive: true, force: true }))
  const server = await startRedis()
  stack.defer(() => server.stop())
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  const home = { redis, prefix: '{browser}' }

  const path = join(dir, 'index.db')
  const writer = openWriter(path)
  for (const [article, relation] of articles) await writer.put(article, relation)
  await writer.close()
  const reader = openReader(path)
  stack.defer(() => reader.close())
  const deadLetters = new DeadLetters(home)
  stack.defer(() => deadLetters.close())

  const queues = new Queues(home)
  stack.defer(() => queues.close())
  const feeds = new Feeds(home)
  const onFailure = (error: unknown): never => {
    throw error
  }
  const extraction = new ExtractionHistory(home)
  const { registry } = createMetrics()
  const stories = new StoryLog(home)
  const follower = new MatchFollower(home)
  stack.defer(() => follower.close())
  const saved = { searches: new SavedSearches(home), matches: new SearchMatches(home), follower }
  const stores = { ...saved, reader, feeds, extraction, deadLetters, stories, queues }
  const app = gateway({ ...stores, home, onFailure, registry, hubs: null, discover: null })
  const listening = Promise.withResolvers<number>()
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => listening.resolve(info.port))
  stack.defer(async () => {
    const closed = new Promise((resolve) => http.close(resolve))
    if ('closeAllConnections' in http) http.closeAllConnections()
    await closed
  })
  const url = `http://127.0.0.1:${await listening.promise}`
  const { searches, matches } = saved
  return { url, home, feeds, searches, matches, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}
