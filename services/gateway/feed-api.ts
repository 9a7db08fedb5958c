import { importFeeds, operateFeed, RemovedFeeds, removeFeed, restoreFeed, setFeedInterval } from '@rafid/catalog'
import { parseFeedList } from '@rafid/feeds'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { addFeed, type AddFeedDeps } from './add-feed.ts'
import { exportOpml, opmlBytesMax, opmlHeaders } from './export-opml.ts'
import { isJson, wrongType } from './json-only.ts'
import { ownIntervalMsMax, ownIntervalMsMin } from './own-interval.ts'
import { problem } from './problem.ts'

const requestBytesMax = 64 * 1024
const feedsPageMax = 1_000

const limit = z.coerce.number().int().min(1).max(feedsPageMax).default(100)
const page = z.object({ limit, offset: z.coerce.number().int().min(0).default(0) })
const newFeed = z.strictObject({ url: z.string().max(8192), title: z.string().max(200).nullish() })
const change = z.strictObject({
  paused: z.boolean().optional(),
  intervalMs: z.number().int().min(ownIntervalMsMin).max(ownIntervalMsMax).nullish(),
})

/** The part of the API that is about feeds. */
export function feedApi(app: Hono, deps: AddFeedDeps): void {
  const { feeds } = deps
  app.get('/feeds', async (context) => {
    const query = page.parse(context.req.query())
    const [list, total] = await Promise.all([feeds.list(query.limit, query.offset), feeds.count()])
    return context.json({ feeds: list, total })
  })
  app.post('/feeds', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{"url": "https://…"}')
    const { url, title } = newFeed.parse(await context.req.json())
    const answer = await addFeed(deps, { url, title: title ?? null, by: 'api' })
    return context.json(answer, answer.added ? 201 : 200)
  })
  app.get('/silent-feeds', async (context) => {
    const query = z.object({ limit }).parse(context.req.query())
    const [list, total] = await Promise.all([feeds.silent(query.limit), feeds.countSilent()])
    return context.json({ feeds: list, total })
  })
  listRoutes(app, deps)
  oneFeed(app, deps)
  oneFeedOrders(app, deps)
}

/** Whole lists of feeds, as other readers have them, and those that were removed of late. */
function listRoutes(app: Hono, deps: AddFeedDeps): void {
  app.get('/feeds.opml', async (context) => context.body(await exportOpml(deps.feeds), 200, opmlHeaders))
  app.post('/feeds.opml', bodyLimit({ maxSize: opmlBytesMax }), async (context) => {
    if (!isOpml(context)) {
      return problem(context, 415, 'request.type', 'Send the list as text/x-opml, application/xml or text/xml.')
    }
    return context.json(await importFeeds(deps, parseFeedList(await context.req.text()), { by: 'api' }))
  })
  app.get('/removed-feeds', async (context) => {
    const query = z.object({ limit }).parse(context.req.query())
    return context.json({ feeds: await new RemovedFeeds(deps.home).list(query.limit) })
  })
}

/** A form of another site can send none of these. */
function isOpml(context: Context): boolean {
  return /^(?:text\/x-opml|application\/xml|text\/xml)\b/i.test(context.req.header('content-type') ?? '')
}

function oneFeed(app: Hono, deps: AddFeedDeps): void {
  const { feeds } = deps
  app.get('/feeds/:id', async (context) => {
    const feed = await feeds.get(context.req.param('id'))
    return feed ? context.json(feed) : unknown(context)
  })
  app.get('/feeds/:id/explain', async (context) => {
    const explanation = await feeds.explain(context.req.param('id'))
    return explanation ? context.json(explanation) : unknown(context)
  })
  app.patch('/feeds/:id', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{"paused": true} or {"intervalMs": 900000}')
    const id = context.req.param('id')
    const { paused, intervalMs } = change.parse(await context.req.json())
    if ((await feeds.get(id)) === null) return unknown(context)
    if (intervalMs !== undefined) await setFeedInterval(deps, { id, intervalMs, by: 'api' })
    if (paused !== undefined) await operateFeed(deps, { id, order: paused ? 'pause' : 'resume', by: 'api' })
    return context.json(await feeds.get(id))
  })
  app.delete('/feeds/:id', async (context) => {
    const isRemoved = await removeFeed(deps.home, { id: context.req.param('id'), by: 'api' })
    return isRemoved ? context.body(null, 204) : unknown(context)
  })
}

function oneFeedOrders(app: Hono, deps: AddFeedDeps): void {
  for (const [order, status] of [
    ['poll', 202],
    ['unpause', 200],
  ] as const) {
    app.post(`/feeds/:id/${order}`, bodyLimit({ maxSize: requestBytesMax }), async (context) => {
      if (!isJson(context)) return wrongType(context, '{}')
      const id = context.req.param('id')
      const isThere = await operateFeed(deps, { id, order, by: 'api' })
      return isThere ? context.json(await deps.feeds.get(id), status) : unknown(context)
    })
  }
  app.post('/feeds/:id/restore', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{}')
    const id = context.req.param('id')
    const outcome = await restoreFeed(deps.home, { id, by: 'api' })
    if (outcome === 'known') return problem(context, 409, 'feed.known', 'This feed has been added again since.')
    return outcome === 'restored' ? context.json(await deps.feeds.get(id)) : unknown(context)
  })
}

function unknown(context: Context): Response {
  return problem(context, 404, 'feed.unknown', 'There is no feed of this id.')
}
