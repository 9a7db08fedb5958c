import { writeQuery } from '@rafid/query'
import type { Query } from '@rafid/query'
import type { ArticleReader, SearchHit, SearchPage } from '@rafid/search'
import { html } from 'hono/html'
import { betterQuery, isMute, readSearch, runSearch } from '../search-request.ts'
import type { AskedSearch } from '../search-request.ts'
import { articleCard } from './article-card.ts'
import { emptyList, pager } from './article-list.ts'
import { facetLists, narrowingParts } from './facet-lists.ts'
import { isolated, pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { queryHelp } from './query-help.ts'
import { remarkList } from './query-words.ts'
import { searchChoices } from './search-choices.ts'
import type { View } from './view.ts'

/**
 * Articles that answer a query, with the place in each where the words stand, and what narrows or mends the query.
 *
 * @throws z.ZodError that names a parameter, PermanentError `cursor.invalid`
 */
export async function searchPage(given: View, reader: ArticleReader): Promise<Html> {
  const asked = readSearch(given.query, { now: given.now, collapse: 'copies' })
  // What other parameters asked for stands in the box from now on.
  const { lang: _lang, source: _source, since: _since, originals: _originals, ...kept } = given.query
  const view = { ...given, query: { ...kept, q: asked.text } }
  const { t } = view
  if (asked.text === '') {
    const body = html`<h1 class="quiet">${t.search}</h1>
      <p class="empty">${t.searchHint}</p>
      ${queryHelp(view, true)}`
    return layout(view, { title: t.search, body })
  }
  const head = html`<link rel="alternate" type="application/atom+xml" title="${asked.text}" href="${feedOf(asked)}" />`
  return layout(view, { title: asked.text, head, body: await results(view, reader, asked) })
}

async function results(view: View, reader: ArticleReader, asked: AskedSearch): Promise<Html> {
  const { t } = view
  const isAsking = !isMute(asked)
  // Facets first: they read all of what a search then need not count.
  const [facets, page, better] = await Promise.all([
    isAsking ? reader.facets(asked.query) : null,
    runSearch(reader, asked, view.now),
    asked.cursor === undefined ? betterQuery(reader, asked.query) : null,
  ])
  const { order, collapse } = view.query
  const linkTo = (query: Query): string => pathTo('/search', { q: writeQuery(query), order, collapse })
  const cards = page.articles.map((hit) => articleCard(view, hit, snippetOf(hit)))
  return html`<h1 class="quiet">
      ${t.resultsFor} «${isolated(asked.text)}» <small class="total">${totalOf(view, page)}</small>
    </h1>
    ${remarkList(view, asked.remarks)} ${better && meant(view, better, linkTo)}
    ${narrowingParts(view, asked.query, linkTo)} ${searchChoices(view, asked)}
    ${facets && facetLists(view, { query: asked.query, facets, total: page.total, linkTo })}
    <div class="cards">${cards}</div>
    ${cards.length === 0 && emptyList(t.nothingFound, t.nothingFoundHint)} ${pager(view, page.nextCursor)}
    ${isAsking && html`<p class="aside"><a href="${pathTo('/searches', { q: asked.text })}">${t.followSearch}</a> <a href="${feedOf(asked)}" type="application/atom+xml">${t.feedOfSearch}</a></p>`}
    ${queryHelp(view, cards.length === 0)}`
}

function meant({ t }: View, query: Query, linkTo: (query: Query) => string): Html {
  return html`<p class="meant">${t.didYouMean} <a href="${linkTo(query)}">${isolated(writeQuery(query))}</a></p>`
}

function totalOf({ t }: View, { total, totalIsExact }: SearchPage): string {
  return totalIsExact ? t.results(total) : t.resultsAtLeast(total)
}

function feedOf({ text, collapse }: AskedSearch): string {
  return pathTo('/feeds/search.atom', { q: text, collapse: collapse === 'copies' ? undefined : collapse })
}

function snippetOf({ snippet, summary }: SearchHit): Html {
  // A query that only the title answers has nothing to mark in the text.
  if (snippet.length === 0) return html`${summary}`
  return html`${snippet.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}`
}
