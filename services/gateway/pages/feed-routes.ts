import { RemovedFeeds } from '@rafid/catalog'
import type { ExtractionHistory, RemovedFeed } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { addFeed, type AddFeedDeps } from '../add-feed.ts'
import { feedsPage, feedsPageMax, feedTitleCharsMax } from './feeds-page.ts'
import type { FormState } from './feeds-page.ts'
import { driftingShownMax } from './drift-lines.ts'
import { feedListRoutes } from './feed-list-routes.ts'
import { undoes } from './feed-notice.ts'
import { formOf, isOurForm, refuse, textOf } from './own-form.ts'
import { oneFeedRoutes } from './one-feed-routes.ts'
import type { View } from './view.ts'

const formBytesMax = 64 * 1024
const offsetMax = 1_000_000
/** The page of the feeds names no more silent ones; the API names them all. */
const silentShownMax = 20

/** Nor more that were removed. */
const removedShownMax = 20

const count = z.coerce.number().int().min(0)
const importedQuery = z.object({ imported: count, known: count, unusable: count })
const listQuery = z.object({ offset: z.coerce.number().int().min(0).max(offsetMax).default(0) })

type FeedRoutesDeps = AddFeedDeps & { readonly extraction: ExtractionHistory }

type Shown = { readonly offset: number; readonly form: FormState }

/** The page of the feeds and its form. */
export function feedRoutes(app: Hono, deps: FeedRoutesDeps, look: (context: Context) => View): void {
  const { home, feeds, discover } = deps
  app.get('/feeds', async (context) => {
    const view = look(context)
    const { offset } = listQuery.parse(view.query)
    return show(context, deps, { view, offset, form: await noticeOf(deps, view.query) })
  })

  const limit = bodyLimit({
    maxSize: formBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  const showRefusal = (context: Context, code: string): Promise<Response> =>
    show(context, deps, { view: look(context), offset: 0, form: { kind: 'list-refused', code } })
  feedListRoutes(app, { home, feeds, look, showRefusal })
  oneFeedRoutes(app, { home, feeds, limit }, look)
  app.post('/feeds', limit, async (context) => {
    const view = look(context)
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const body = await formOf(context)
    const url = textOf(body['url'])
    const title = textOf(body['title']).slice(0, feedTitleCharsMax)
    try {
      const { feed, added } = await addFeed(
        { home, feeds, discover },
        { url, title: title === '' ? null : title, by: 'page' },
      )
      return context.redirect(`/feeds?${added ? 'added' : 'known'}=${feed?.id ?? ''}`, 303)
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      return show(context, deps, { view, offset: 0, form: { kind: 'refused', url, title, code: error.code } })
    }
  })
}

async function show(
  context: Context,
  { home, feeds, extraction }: FeedRoutesDeps,
  { view, offset, form }: Shown & { readonly view: View },
): Promise<Response> {
  const [list, total, drifting, silent, removed] = await Promise.all([
    feeds.list(feedsPageMax, offset),
    feeds.count(),
    extraction.drifting(driftingShownMax),
    feeds.silent(silentShownMax),
    new RemovedFeeds(home).list(removedShownMax),
  ])
  // Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one.
  context.header('referrer-policy', 'same-origin')
  const isRefused = form.kind === 'refused' || form.kind === 'list-refused'
  return context.html(
    feedsPage(view, { feeds: list, total, offset, drifting, silent, removed }, form),
    isRefused ? 422 : 200,
  )
}

/** The address names a feed by its id, or has numbers: a notice says nothing that a link could have put there. */
async function noticeOf(
  { home, feeds }: Pick<FeedRoutesDeps, 'home' | 'feeds'>,
  query: Readonly<Record<string, string>>,
): Promise<FormState> {
  const counts = importedQuery.safeParse(query)
  if (counts.success) {
    const { imported: added, known, unusable } = counts.data
    return { kind: 'imported', added, known, unusable }
  }
  for (const kind of Object.keys(undoes) as (keyof typeof undoes)[]) {
    const id = query[kind]
    if (id === undefined) continue
    const found = kind === 'removed' ? await removedFeed(home, id) : await feeds.get(id)
    if (found !== null) return { kind, feed: found }
  }
  return { kind: 'empty' }
}

async function removedFeed(home: FeedRoutesDeps['home'], id: string): Promise<RemovedFeed | null> {
  const removed = await new RemovedFeeds(home).list(removedShownMax)
  return removed.find((feed) => feed.id === id) ?? null
}
