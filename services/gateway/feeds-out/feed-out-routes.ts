import type { ArticleReader } from '@rafid/search'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import { pathTo } from '../pages/fragments.ts'
import { problem, problemOf } from '../problem.ts'
import { readSearch, runSearch } from '../search-request.ts'
import { answerFeed, feedEntriesMax, isFeedFormat } from './answer-feed.ts'

export type FeedOutDeps = {
  readonly reader: ArticleReader
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
  return app
}

async function newest({ reader }: FeedOutDeps) {
  const { articles } = await reader.newest({ limit: feedEntriesMax, originalsOnly: true })
  return { title: 'Newest', pagePath: '/', articles }
}

async function searched({ reader }: FeedOutDeps, context: Context) {
  const now = new Date()
  const asked = readSearch({ ...context.req.query(), cursor: '' }, { now, collapse: 'copies' })
  const { articles } = await runSearch(reader, { ...asked, order: 'newest', limit: feedEntriesMax }, now)
  return { title: asked.text, pagePath: pathTo('/search', { q: asked.text, order: 'newest' }), articles }
}
