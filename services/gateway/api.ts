import type { ExtractionHistory, Feeds } from '@rafid/catalog'
import { jobs, queueNames } from '@rafid/contracts'
import { listWorkers, snapshotQueues } from '@rafid/pipeline'
import type { DeadLetters, QueueHome } from '@rafid/pipeline'
import type { ArticleReader } from '@rafid/search'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { addFeed } from './add-feed.ts'
import { articleView, compare } from './article-view.ts'
import { parseListQuery } from './list-query.ts'
import { problem, problemOf } from './problem.ts'

export type GatewayDeps = {
  readonly reader: ArticleReader
  readonly feeds: Feeds
  readonly extraction: ExtractionHistory
  readonly home: QueueHome
  readonly deadLetters: DeadLetters
  /** Told of every failure that is ours, so that the log says why. */
  readonly onFailure: (error: unknown, path: string) => void
}

const requestBytesMax = 64 * 1024
const feedsPageMax = 1_000
const deadPageMax = 1_000
const driftPageMax = 1_000

const newFeed = z.strictObject({ url: z.string().max(8192), title: z.string().max(200).nullish() })

/** The JSON API, version 1. */
export function api(deps: GatewayDeps): Hono {
  const app = new Hono()
  app.onError((error, context) => {
    if (error instanceof z.ZodError) return problem(context, 400, 'request.invalid', z.prettifyError(error))
    if (error instanceof SyntaxError) return problem(context, 400, 'request.invalid', 'The body is not JSON.')
    const answer = problemOf(context, error)
    if (answer.status >= 500) deps.onFailure(error, context.req.path)
    return answer
  })
  articleRoutes(app, deps)
  feedRoutes(app, deps)
  driftRoutes(app, deps)
  pipelineRoutes(app, deps)
  // Not `notFound`: that of an app inside another one is never asked.
  app.all('*', (context) => problem(context, 404, 'not_found', 'There is nothing at this address.'))
  return app
}

function articleRoutes(app: Hono, { reader }: GatewayDeps): void {
  app.get('/articles', (context) => context.json(reader.newest(parseListQuery(context.req.query()))))
  app.get('/articles/:id', (context) => {
    const article = reader.get(context.req.param('id'))
    if (!article) return problem(context, 404, 'article.unknown', 'There is no article of this id.')
    return context.json(articleView(reader, article))
  })
  app.get('/articles/:id/compare/:other', (context) => {
    const [one, other] = [reader.get(context.req.param('id')), reader.get(context.req.param('other'))]
    if (!one || !other) return problem(context, 404, 'article.unknown', 'There is no article of this id.')
    return context.json(compare(one, other))
  })
  app.get('/search', (context) => {
    const { q = '', ...query } = context.req.query()
    return context.json(reader.search(q, parseListQuery(query)))
  })
}

function feedRoutes(app: Hono, { feeds }: GatewayDeps): void {
  const page = z.object({
    limit: z.coerce.number().int().min(1).max(feedsPageMax).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  })
  app.get('/feeds', async (context) => {
    const { limit, offset } = page.parse(context.req.query())
    const [list, total] = await Promise.all([feeds.list(limit, offset), feeds.count()])
    return context.json({ feeds: list, total })
  })
  app.post('/feeds', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    // A form of another site can send anything but this type.
    if (!context.req.header('content-type')?.startsWith('application/json')) {
      return problem(context, 415, 'request.type', 'Send the feed as application/json: {"url": "https://…"}.')
    }
    const { url, title } = newFeed.parse(await context.req.json())
    const { feed, added } = await addFeed(feeds, url, title ?? null)
    return context.json({ feed, added }, added ? 201 : 200)
  })
  app.delete('/feeds/:id', async (context) => {
    const removed = await feeds.remove(context.req.param('id'))
    return removed ? context.body(null, 204) : problem(context, 404, 'feed.unknown', 'There is no feed of this id.')
  })
}

function driftRoutes(app: Hono, { extraction }: GatewayDeps): void {
  const query = z.object({ limit: z.coerce.number().int().min(1).max(driftPageMax).default(100) })
  app.get('/drift', async (context) => {
    const { limit } = query.parse(context.req.query())
    return context.json({ sites: await extraction.drifting(limit) })
  })
}

function pipelineRoutes(app: Hono, { home, reader, feeds, deadLetters }: GatewayDeps): void {
  app.get('/pipeline', async (context) => {
    const [queues, workers, feedCount] = await Promise.all([
      snapshotQueues(home, queueNames),
      listWorkers(home),
      feeds.count(),
    ])
    return context.json({ queues, workers, articles: reader.count(), feeds: feedCount })
  })
  const query = z.object({
    stage: z.enum(jobs.map((job) => job.name)).optional(),
    limit: z.coerce.number().int().min(1).max(deadPageMax).default(100),
  })
  app.get('/dead-letters', async (context) => {
    const { stage, limit } = query.parse(context.req.query())
    const stages = stage === undefined ? queueNames : [stage]
    const letters = await Promise.all(stages.map((name) => deadLetters.list(name, limit)))
    return context.json({ deadLetters: letters.flat().slice(0, limit) })
  })
}
