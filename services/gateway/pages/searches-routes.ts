import { saveSearch } from '@rafid/catalog'
import type { SavedSearches, SearchMatches } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { formOf, isOurForm, refuse, textOf } from './own-form.ts'
import { matchesShownMax, matchLines, savedSearchPage } from './saved-search-page.ts'
import { searchesPage } from './searches-page.ts'
import type { SaveForm } from './searches-page.ts'
import type { View } from './view.ts'

const formBytesMax = 64 * 1024

type Stores = { readonly searches: SavedSearches; readonly matches: SearchMatches }
type Look = (context: Context) => View

/** The pages of the searches that are followed, and their forms. */
export function searchesRoutes(app: Hono, stores: Stores, look: Look): void {
  const { searches } = stores
  app.get('/searches', async (context) => {
    const view = look(context)
    return show(context, view, searches, await outcomeOf(searches, view))
  })
  const limit = bodyLimit({
    maxSize: formBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  app.post('/searches', limit, async (context) => {
    const view = look(context)
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const form = await formOf(context)
    const [query, name] = [textOf(form['query']), textOf(form['name'])]
    try {
      const { search, added } = await saveSearch(searches, { query, name, webhook: null }, view.now)
      return context.redirect(`/searches?${added ? 'added' : 'known'}=${search.id}`, 303)
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      return show(context, view, searches, { kind: 'refused', query, name, code: error.code })
    }
  })
  app.post('/searches/:id/delete', limit, async (context) => {
    const view = look(context)
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    await searches.remove(context.req.param('id'))
    return context.redirect('/searches', 303)
  })
  matchesRoute(app, stores, look)
}

function matchesRoute(app: Hono, { searches, matches }: Stores, look: Look): void {
  app.get('/searches/:id', async (context) => {
    const view = look(context)
    const search = await searches.get(context.req.param('id'))
    if (search === null) return refuse(context, view, 'search.unknown', 404)
    const found = await matches.newest(search.id, matchesShownMax)
    return context.html(view.query['fragment'] === '1' ? matchLines(view, found) : savedSearchPage(view, search, found))
  })
}

async function show(context: Context, view: View, searches: SavedSearches, form: SaveForm): Promise<Response> {
  // Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one.
  context.header('referrer-policy', 'same-origin')
  return context.html(searchesPage(view, await searches.list(), form), form.kind === 'refused' ? 422 : 200)
}

/** The address names the search by its id: a notice says nothing that a link could have put there. */
async function outcomeOf(searches: SavedSearches, { query }: View): Promise<SaveForm> {
  const { added, known, q = '' } = query
  const search = await searches.get(added ?? known ?? '')
  return search === null ? { kind: 'empty', query: q } : { kind: added === undefined ? 'known' : 'added', search }
}
