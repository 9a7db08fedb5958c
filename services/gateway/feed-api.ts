import type { Feeds } from '@rafid/catalog'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { addFeed, type AddFeedDeps } from './add-feed.ts'
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
    const answer = await addFeed(deps, url, title ?? null)
    return context.json(answer, answer.added ? 201 : 200)
  })
  app.get('/silent-feeds', async (context) => {
    const query = z.object({ limit }).parse(context.req.query())
    const [list, total] = await Promise.all([feeds.silent(query.limit), feeds.countSilent()])
    return context.json({ feeds: list, total })
  })
  oneFeed(app, feeds)
}

function oneFeed(app: Hono, feeds: Feeds): void {
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
    if (intervalMs !== undefined) await feeds.setInterval(id, intervalMs)
    if (paused !== undefined) await feeds.order(id, paused ? 'pause' : 'resume')
    return context.json(await feeds.get(id))
  })
  app.post('/feeds/:id/poll', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{}')
    const id = context.req.param('id')
    return (await feeds.order(id, 'poll')) ? context.json(await feeds.get(id), 202) : unknown(context)
  })
  app.delete('/feeds/:id', async (context) => {
    return (await feeds.remove(context.req.param('id'))) ? context.body(null, 204) : unknown(context)
  })
}

function unknown(context: Context): Response {
  return problem(context, 404, 'feed.unknown', 'There is no feed of this id.')
}
