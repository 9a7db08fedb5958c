import { PermanentError } from '@rafid/errors'
import { parseQuery } from '@rafid/query'
import type { ArticleReader, SearchHit } from '@rafid/search'
import { html } from 'hono/html'
import { parseListQuery } from '../list-query.ts'
import { articleCard } from './article-card.ts'
import { emptyList, filterForm, pager } from './article-list.ts'
import { isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout, queryCharsMax } from './layout.ts'
import type { View } from './view.ts'

/**
 * Articles that hold the words asked for, best first, with the place where they stand.
 *
 * @throws z.ZodError that names a parameter, PermanentError `cursor.invalid` or `query.too_long`
 */
export async function searchPage(view: View, reader: ArticleReader): Promise<Html> {
  const { t } = view
  const { q: asked = '', ...query } = view.query
  const q = asked.trim()
  if (q.length > queryCharsMax) throw new PermanentError('query.too_long', `${q.length} characters`)
  const filter = parseListQuery(query)
  const request = {
    query: parseQuery(q, { now: view.now }).query,
    order: 'relevance',
    collapse: 'copies',
    now: view.now,
  } as const
  const { articles, nextCursor } = await reader.search({ ...request, limit: filter.limit, cursor: filter.cursor })
  const cards = articles.map((hit) => articleCard(view, hit, snippetOf(hit)))
  const body = html`<h1 class="quiet">${q === '' ? t.search : html`${t.resultsFor} «${isolated(q)}»`}</h1>
    ${await filterForm(view, reader)}
    <div class="cards">${cards}</div>
    ${q === '' && html`<p class="empty">${t.searchHint}</p>`}
    ${q !== '' && articles.length === 0 && emptyList(t.nothingFound, t.nothingFoundHint)} ${pager(view, nextCursor)}`
  return layout(view, { title: q === '' ? t.search : q, body })
}

function snippetOf({ snippet, summary }: SearchHit): Html {
  // A query that only the title answers has nothing to mark in the text.
  if (snippet.length === 0) return html`${summary}`
  return html`${snippet.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`
}
