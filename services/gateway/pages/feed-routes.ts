import type { Feed } from '@rafid/contracts'
import type { ExtractionHistory, Feeds } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { addFeed, type AddFeedDeps } from '../add-feed.ts'
import { feedsPage, feedsPageMax, feedTitleCharsMax } from './feeds-page.ts'
import type { FormState } from './feeds-page.ts'
import { driftingShownMax } from './drift-lines.ts'
import { formOf, isOurForm, refuse, textOf } from './own-form.ts'
import { oneFeedRoutes } from './one-feed-routes.ts'
import type { View } from './view.ts'

const formBytesMax = 64 * 1024
const offsetMax = 1_000_000
/** The page of the feeds names no more silent ones; the API names them all. */
const silentShownMax = 20

const listQuery = z.object({ offset: z.coerce.number().int().min(0).max(offsetMax).default(0) })

type Stores = { readonly feeds: Feeds; readonly extraction: ExtractionHistory }

type FeedRoutesDeps = Stores & AddFeedDeps

/** The page of the feeds and its form. */
export function feedRoutes(
  app: Hono,
  { feeds, extraction, discover }: FeedRoutesDeps,
  look: (context: Context) => View,
): void {
  app.get('/feeds', async (context) => {
    const view = look(context)
    const { added, known, ...query } = view.query
    const { offset } = listQuery.parse(query)
    return show(context, view, { feeds, extraction, offset, form: await outcomeOf(feeds, added, known) })
  })

  const limit = bodyLimit({
    maxSize: formBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  oneFeedRoutes(app, { feeds, limit }, look)
  app.post('/feeds', limit, async (context) => {
    const view = look(context)
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const body = await formOf(context)
    const url = textOf(body['url'])
    const title = textOf(body['title']).slice(0, feedTitleCharsMax)
    try {
      const { feed, added } = await addFeed({ feeds, discover }, url, title === '' ? null : title)
      return context.redirect(`/feeds?${added ? 'added' : 'known'}=${feed?.id ?? ''}`, 303)
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      return show(context, view, {
        feeds,
        extraction,
        offset: 0,
        form: { kind: 'refused', url, title, code: error.code },
      })
    }
  })
}

async function show(
  context: Context,
  view: View,
  { feeds, extraction, offset, form }: Stores & { offset: number; form: FormState },
): Promise<Response> {
  const [list, total, drifting, silent] = await Promise.all([
    feeds.list(feedsPageMax, offset),
    feeds.count(),
    extraction.drifting(driftingShownMax),
    feeds.silent(silentShownMax),
  ])
  // Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one.
  context.header('referrer-policy', 'same-origin')
  return context.html(
    feedsPage(view, { feeds: list, total, offset, drifting, silent }, form),
    form.kind === 'refused' ? 422 : 200,
  )
}

/** The address names the feed by its id: a notice says nothing that a link could have put there. */
async function outcomeOf(feeds: Feeds, added: string | undefined, known: string | undefined): Promise<FormState> {
  const id = added ?? known
  const feed: Feed | null = id === undefined ? null : await feeds.get(id)
  return feed === null ? { kind: 'empty' } : { kind: added === undefined ? 'known' : 'added', feed }
}
