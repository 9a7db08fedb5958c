import type { Feeds } from '@rafid/catalog'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { intervalMinutes } from './feed-controls.ts'
import type { FeedDone } from './feed-controls.ts'
import { feedPage } from './feed-page.ts'
import { formOf, isOurForm, refuse, textOf } from './own-form.ts'
import type { View } from './view.ts'

const orders = ['poll', 'pause', 'resume'] as const
const minuteMs = 60_000

type Parts = { readonly feeds: Feeds; readonly limit: MiddlewareHandler }

/** The page of one feed and what an operator can have done to it. */
export function oneFeedRoutes(app: Hono, { feeds, limit }: Parts, look: (context: Context) => View): void {
  app.get('/feeds/:id', async (context) => {
    const view = look(context)
    const done = [...orders, 'interval' as const].find((name) => name === view.query['done'])
    return show(context, view, { feeds, id: context.req.param('id'), done: { kind: done ?? 'nothing' } })
  })
  for (const order of orders) {
    app.post(`/feeds/:id/${order}`, limit, async (context) => {
      const view = look(context)
      const id = context.req.param('id')
      if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
      if (!(await feeds.order(id, order))) return refuse(context, view, 'feed.unknown', 404)
      return context.redirect(`/feeds/${id}?done=${order}`, 303)
    })
  }
  app.post('/feeds/:id/interval', limit, async (context) => {
    const view = look(context)
    const id = context.req.param('id')
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const minutes = textOf((await formOf(context))['minutes'])
    const intervalMs = intervalMsOf(minutes)
    if (intervalMs === undefined) return show(context, view, { feeds, id, done: { kind: 'refused', minutes } })
    if (!(await feeds.setInterval(id, intervalMs))) return refuse(context, view, 'feed.unknown', 404)
    return context.redirect(`/feeds/${id}?done=interval`, 303)
  })
}

async function show(
  context: Context,
  view: View,
  { feeds, id, done }: { feeds: Feeds; id: string; done: FeedDone },
): Promise<Response> {
  const explanation = await feeds.explain(id)
  if (explanation === null) return refuse(context, view, 'feed.unknown', 404)
  // Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one.
  context.header('referrer-policy', 'same-origin')
  return context.html(feedPage(view, explanation, done), done.kind === 'refused' ? 422 : 200)
}

/** Null for an empty field, undefined for what is no interval. */
function intervalMsOf(minutes: string): number | null | undefined {
  if (minutes === '') return null
  const value = Number(minutes)
  const isFit = Number.isInteger(value) && value >= intervalMinutes.min && value <= intervalMinutes.max
  return isFit ? value * minuteMs : undefined
}
