import type { SavedSearches } from '@rafid/catalog'
import type { SavedSearch } from '@rafid/contracts'
import type { ArticleReader } from '@rafid/search'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { pathTo } from '../pages/fragments.ts'
import { problem, problemOf } from '../problem.ts'
import { readSearch, runSearch } from '../search-request.ts'
import { answerFeed, feedEntriesMax, isFeedFormat } from './answer-feed.ts'
import type { FeedList } from './answer-feed.ts'

export type FeedOutDeps = {
  readonly reader: ArticleReader
  readonly searches: Pick<SavedSearches, 'get'>
  /** Where we are reached from outside. */
  readonly publicUrl?: string | undefined
  readonly onFailure: (error: unknown, path: string) => void
}

/** Feeds that others can follow: the newest articles, and the newest of any search; as Atom and as JSON Feed. */
export function feedOutRoutes(deps: FeedOutDeps): Hono {
  const app = new Hono()
  app.onError((error, context) => {
    if (error instanceof z.ZodError) return problem(context, 400, 'request.invalid', z.prettifyError(error))
    const answer = problemOf(context, error)
    if (answer.status >= 500) deps.onFailure(error, context.req.path)
    return answer
  })
  app.get('/feeds/:list{(?:newest|search)\\.(?:atom|json)}', async (context) => {
    const [list = '', format = ''] = context.req.param('list').split('.')
    if (!isFeedFormat(format)) return context.notFound()
    const feed = list === 'newest' ? await newest(deps) : await searched(deps, context)
    return answerFeed(context, feed, { format, publicUrl: deps.publicUrl })
  })
  app.get('/searches/:file{q[0-9a-f]+\\.(?:atom|json)}', async (context) => {
    const [id = '', format = ''] = context.req.param('file').split('.')
    const search = await deps.searches.get(id)
    if (search === null || !isFeedFormat(format)) {
      return problem(context, 404, 'search.unknown', 'There is no saved search of this id.')
    }
    const feed = await found(deps, search)
    return answerFeed(context, feed, { format, publicUrl: deps.publicUrl })
  })
  return app
}

async function newest({ reader }: FeedOutDeps): Promise<FeedList> {
  const { articles } = await reader.newest({ limit: feedEntriesMax, originalsOnly: true })
  return { title: 'Newest', pagePath: '/', articles }
}

async function found({ reader }: FeedOutDeps, { id, name, query }: SavedSearch): Promise<FeedList> {
  const now = new Date()
  const asked = readSearch({ q: query, order: 'newest', limit: String(feedEntriesMax) }, { now, collapse: 'copies' })
  const { articles } = await runSearch(reader, asked, now)
  return { title: name, pagePath: `/searches/${id}`, articles }
}

async function searched({ reader }: FeedOutDeps, context: Context): Promise<FeedList> {
  const now = new Date()
  const asked = readSearch({ ...context.req.query(), cursor: '' }, { now, collapse: 'copies' })
  const { articles } = await runSearch(reader, { ...asked, order: 'newest', limit: feedEntriesMax }, now)
  return { title: asked.text, pagePath: pathTo('/search', { q: asked.text, order: 'newest' }), articles }
}
