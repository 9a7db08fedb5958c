import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Access } from '../access/guard.ts'
import { loginRoutes } from '../access/login-routes.ts'
import type { GatewayDeps } from '../api.ts'
import { compare } from '../article-view.ts'
import { articlePage } from './article-page.ts'
import { assets } from './assets.ts'
import { comparePage } from './compare-page.ts'
import { errorPage } from './error-page.ts'
import { feedRoutes } from './feed-routes.ts'
import { homePage } from './home-page.ts'
import { messagePage } from './message-page.ts'
import { operatorRoutes } from './operator-routes.ts'
import { pageHeaders } from './page-headers.ts'
import { reasonInWords } from './reasons.ts'
import { searchesRoutes } from './searches-routes.ts'
import { searchPage } from './search-page.ts'
import { storyPage } from './story-page.ts'
import { viewOf } from './view.ts'
import type { View } from './view.ts'

/**
 * The pages for people: articles, search, feeds, pipeline.
 *
 * @param clock tells the time that «2 hours ago» is counted from
 */
export function pages(deps: GatewayDeps & { readonly access?: Access }, clock: () => Date = () => new Date()): Hono {
  const { urls, app: assetRoutes } = assets()
  const look = (context: Context): View => viewOf(context, { now: clock(), assets: urls })
  const app = new Hono()
  app.onError((error, context) => {
    const { status, page } = errorPage(look(context), error)
    if (status >= 500) deps.onFailure(error, context.req.path)
    return context.html(page, status)
  })
  app.use(pageHeaders)
  app.route('/', assetRoutes)
  if (deps.access !== undefined) loginRoutes(app, deps.access, look)
  readingRoutes(app, deps, look)
  storyRoute(app, deps, look)
  searchesRoutes(app, deps, look)
  feedRoutes(app, deps, look)
  operatorRoutes(app, deps, look)
  // Not `notFound`: that of an app inside another one is never asked.
  app.all('*', (context) => nothingHere(context, look(context), 'page.unknown'))
  return app
}

function readingRoutes(app: Hono, { reader }: GatewayDeps, look: (context: Context) => View): void {
  app.get('/', async (context) => context.html(await homePage(look(context), reader)))
  app.get('/search', async (context) => context.html(await searchPage(look(context), reader)))
  app.get('/articles/:id', async (context) => {
    const view = look(context)
    const article = await reader.get(context.req.param('id'))
    return article === null
      ? nothingHere(context, view, 'article.unknown')
      : context.html(await articlePage(view, reader, article))
  })
  app.get('/articles/:id/compare/:other', async (context) => {
    const view = look(context)
    const [one, other] = await Promise.all([
      reader.get(context.req.param('id')),
      reader.get(context.req.param('other')),
    ])
    if (one === null || other === null) return nothingHere(context, view, 'article.unknown')
    return context.html(comparePage(view, compare(one, other)))
  })
}

function storyRoute(app: Hono, { reader }: GatewayDeps, look: (context: Context) => View): void {
  app.get('/stories/:id', async (context) => {
    const view = look(context)
    const asked = context.req.param('id')
    const story = await reader.story(asked)
    if (story === null) return nothingHere(context, view, 'story.unknown')
    return story.id === asked ? context.html(storyPage(view, story)) : context.redirect(`/stories/${story.id}`, 301)
  })
}

function nothingHere(context: Context, view: View, code: string): Response | Promise<Response> {
  return context.html(messagePage(view, { title: view.t.notFound, text: reasonInWords(view.ui, code), code }), 404)
}
