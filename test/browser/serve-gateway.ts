import { serve } from '@hono/node-server'
import type { Feeds, SavedSearches, SearchMatches } from '@rafid/catalog'
import type { Article, Relation } from '@rafid/contracts'
import type { QueueHome } from '@rafid/pipeline'
import { openGateway } from '../support/open-gateway.ts'
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
  const server = await startRedis()
  stack.defer(() => server.stop())
  const { app, home, stores, ...opened } = stack.use(await openGateway(server.url, articles))
  const listening = Promise.withResolvers<number>()
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => listening.resolve(info.port))
  stack.defer(async () => {
    const closed = new Promise((resolve) => http.close(resolve))
    if ('closeAllConnections' in http) http.closeAllConnections()
    await closed
    expectNoFailures(opened.failures)
  })
  const { feeds, searches, matches } = stores
  const url = `http://127.0.0.1:${await listening.promise}`
  return { url, home, feeds, searches, matches, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** @throws Error with what the gateway would have written to its log */
function expectNoFailures(failures: readonly string[]): void {
  if (failures.length > 0) throw new Error(`the gateway failed: ${failures.join('; ')}`)
}
