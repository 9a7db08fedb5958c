import { writeQuery } from '@rafid/query'
import type { ArticleReader } from '@rafid/search'
import type { Hono } from 'hono'
import { z } from 'zod'
import { betterQuery, readSearch, runSearch } from './search-request.ts'

const extras = z.object({ facets: z.enum(['0', '1']).default('0') })

/** The part of the API that searches. */
export function searchApi(app: Hono, { reader }: { readonly reader: ArticleReader }): void {
  app.get('/search', async (context) => {
    const now = new Date()
    const parameters = context.req.query()
    const { facets: wantsFacets } = extras.parse(parameters)
    const asked = readSearch(parameters, { now, collapse: 'none' })
    // Facets first: they read all of what a search then need not count.
    const [facets, page, meant] = await Promise.all([
      wantsFacets === '1' ? reader.facets(asked.query) : null,
      runSearch(reader, asked, now),
      asked.cursor === undefined ? betterQuery(reader, asked.query) : null,
    ])
    return context.json({
      ...page,
      remarks: asked.remarks,
      didYouMean: meant === null ? null : writeQuery(meant),
      ...(facets === null ? {} : { facets }),
    })
  })
}
