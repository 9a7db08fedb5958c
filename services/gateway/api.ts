import type { ExtractionHistory, ItemTrace } from '@rafid/catalog'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AddFeedDeps } from './add-feed.ts'
import { articleView, compare } from './article-view.ts'
import { feedApi } from './feed-api.ts'
import type { OperateDeps } from '@rafid/pipeline'
import { operatorApi } from './operator-api.ts'
import { parseListQuery } from './list-query.ts'
import { problem, problemOf } from './problem.ts'
import { savedSearchApi } from './saved-search-api.ts'
import type { SavedSearchDeps } from './saved-search-api.ts'
import { searchApi } from './search-api.ts'
import { storyApi } from './story-api.ts'
import type { StoryDeps } from './story-api.ts'

export type GatewayDeps = AddFeedDeps &
  SavedSearchDeps &
  StoryDeps &
  OperateDeps & {
    readonly extraction: ExtractionHistory
    readonly trace: Pick<ItemTrace, 'find' | 'funnel'>
    /** Where we are reached from outside; undefined where that is where requests go. */
    readonly publicUrl?: string | undefined
    /** Told of every failure that is ours, so that the log says why. */
    readonly onFailure: (error: unknown, path: string) => void
  }

const driftPageMax = 1_000

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
  searchApi(app, deps)
  savedSearchApi(app, deps)
  storyApi(app, deps)
  feedApi(app, deps)
  driftRoutes(app, deps)
  operatorApi(app, deps)
  // Not `notFound`: that of an app inside another one is never asked.
  app.all('*', (context) => problem(context, 404, 'not_found', 'There is nothing at this address.'))
  return app
}

function articleRoutes(app: Hono, { reader }: GatewayDeps): void {
  app.get('/articles', async (context) => context.json(await reader.newest(parseListQuery(context.req.query()))))
  app.get('/articles/:id', async (context) => {
    const article = await reader.get(context.req.param('id'))
    if (!article) return problem(context, 404, 'article.unknown', 'There is no article of this id.')
    return context.json(await articleView(reader, article))
  })
  app.get('/articles/:id/compare/:other', async (context) => {
    const [one, other] = await Promise.all([
      reader.get(context.req.param('id')),
      reader.get(context.req.param('other')),
    ])
    if (!one || !other) return problem(context, 404, 'article.unknown', 'There is no article of this id.')
    return context.json(compare(one, other))
  })
}

function driftRoutes(app: Hono, { extraction }: GatewayDeps): void {
  const query = z.object({ limit: z.coerce.number().int().min(1).max(driftPageMax).default(100) })
  app.get('/drift', async (context) => {
    const { limit } = query.parse(context.req.query())
    return context.json({ sites: await extraction.drifting(limit) })
  })
}
