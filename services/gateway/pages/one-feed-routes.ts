import { operateFeed, removeFeed, restoreFeed, setFeedInterval } from '@rafid/catalog'
import type { Feeds, OperateFeedDeps } from '@rafid/catalog'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { intervalMinutes } from './feed-controls.ts'
import type { FeedDone } from './feed-controls.ts'
import { feedPage } from './feed-page.ts'
import { pathTo } from './fragments.ts'
import { formOf, isOurForm, refuse, textOf } from './own-form.ts'
import type { View } from './view.ts'

const orders = ['poll', 'pause', 'unpause', 'resume'] as const

/** What the page of all feeds calls an order that was given there. */
const doneInList = { pause: 'paused', unpause: 'unpaused', resume: 'resumed' } as const
const doneOnPage = ['poll', 'pause', 'resume', 'interval'] as const
const minuteMs = 60_000

type Parts = OperateFeedDeps & { readonly limit: MiddlewareHandler }

/** The page of one feed and what an operator can have done to it. */
export function oneFeedRoutes(app: Hono, parts: Parts, look: (context: Context) => View): void {
  const { home, feeds, limit } = parts
  removalRoutes(app, parts, look)
  app.get('/feeds/:id', async (context) => {
    const view = look(context)
    const done = doneOnPage.find((name) => name === view.query['done'])
    return show(context, view, { feeds, id: context.req.param('id'), done: { kind: done ?? 'nothing' } })
  })
  for (const order of orders) {
    app.post(`/feeds/:id/${order}`, limit, async (context) => {
      const view = look(context)
      const id = context.req.param('id')
      if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
      const { offset } = await formOf(context)
      if (!(await operateFeed({ home, feeds }, { id, order, by: 'page' }))) {
        return refuse(context, view, 'feed.unknown', 404)
      }
      const isInList = order !== 'poll' && (offset !== undefined || order === 'unpause')
      return context.redirect(
        isInList ? pathTo('/feeds', { [doneInList[order]]: id, offset: textOf(offset) }) : `/feeds/${id}?done=${order}`,
        303,
      )
    })
  }
  app.post('/feeds/:id/interval', limit, async (context) => {
    const view = look(context)
    const id = context.req.param('id')
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const minutes = textOf((await formOf(context))['minutes'])
    const intervalMs = intervalMsOf(minutes)
    if (intervalMs === undefined) return show(context, view, { feeds, id, done: { kind: 'refused', minutes } })
    if (!(await setFeedInterval({ home, feeds }, { id, intervalMs, by: 'page' }))) {
      return refuse(context, view, 'feed.unknown', 404)
    }
    return context.redirect(`/feeds/${id}?done=interval`, 303)
  })
}

/** A feed goes and comes back on the page of all feeds. */
function removalRoutes(app: Hono, { home, limit }: Parts, look: (context: Context) => View): void {
  app.post('/feeds/:id/remove', limit, async (context) => {
    const id = context.req.param('id')
    if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
    const { offset } = await formOf(context)
    if (!(await removeFeed(home, { id, by: 'page' }))) return refuse(context, look(context), 'feed.unknown', 404)
    return context.redirect(pathTo('/feeds', { removed: id, offset: textOf(offset) }), 303)
  })
  app.post('/feeds/:id/restore', limit, async (context) => {
    const id = context.req.param('id')
    if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
    const outcome = await restoreFeed(home, { id, by: 'page' })
    if (outcome === 'restored') return context.redirect(pathTo('/feeds', { restored: id }), 303)
    return refuse(context, look(context), `feed.${outcome}`, outcome === 'known' ? 409 : 404)
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
