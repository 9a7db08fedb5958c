import type { Query } from '@rafid/query'
import type { ListedArticle, SearchHit, SearchPage, SearchRequest } from '../article-index.ts'
import { anyOf } from './clauses.ts'
import type { Clause } from './clauses.ts'
import { highlight } from './highlight.ts'
import { clampLimit, newestFirst } from './newest-articles.ts'
import { prepareQuery } from './prepare-query.ts'
import type { PreparedQuery } from './prepare-query.ts'
import { decodePlace, encodePlace, shownMax } from './search-cursor.ts'
import type { SearchPlace } from './search-cursor.ts'
import { searchIn } from './search-answer.ts'
import type { Found } from './search-answer.ts'
import type { Store } from './settle.ts'
import { listedArticles, storedFields, textOf } from './stored-article.ts'
import type { StoredArticle } from './stored-article.ts'

/** Articles are counted up to here. */
const totalMax = 10_000
/** The relevance of an article falls to three quarters in this time, and never under half. */
const recencyHalfLifeMs = 30 * 86_400_000
/** More than any relevance: whoever holds all of the words comes first. */
const fullBonus = 10_000

const keyFields = { none: 'idKey', copies: 'rootKey', stories: 'eventKey' } as const

type Keys = { readonly idKey: number; readonly rootKey: number; readonly eventKey: number }
type Shown = StoredArticle & Keys

/**
 * A page of what answers a query. By relevance, and wherever articles are collapsed, a cursor carries what was shown: a
 * further page is the best of the rest. So nothing comes twice and nothing of the first page's list is left out, whatever
 * arrives meanwhile; by relevance a list ends after eight hundred.
 *
 * @throws PermanentError `cursor.invalid`, `query.too_complex`
 */
export async function searchArticles(store: Store, request: SearchRequest): Promise<SearchPage> {
  const { cluster, names } = store
  const place = request.cursor === undefined ? null : decodePlace(request, request.cursor)
  const prepared = await prepareQuery(store, request.query, place?.wanted ?? null)
  const limit = clampLimit(request.limit)
  const body = {
    ...orderOf(request, prepared, place),
    size: limit + 1,
    _source: [...storedFields, 'idKey', 'rootKey', 'eventKey'],
    track_total_hits: place === null ? totalMax : false,
    ...(request.collapse === 'none' ? {} : { collapse: { field: keyFields[request.collapse] } }),
  }
  const answer = await searchIn<Shown>(cluster, names, body)
  const shown = answer.hits.slice(0, limit)
  const total = place?.total ?? answer.total
  const totalIsExact = place?.totalIsExact ?? answer.totalIsExact
  const next = { now: nowOf(request, place), wanted: prepared.wanted, total, totalIsExact }
  const articles = await listedArticles(cluster, names, shown)
  return {
    articles: articles.flatMap((article, at) => hitOf(article, shown[at], request.query)),
    nextCursor: answer.hits.length > limit ? cursorAfter(request, { ...next, ...goOn(request, place, shown) }) : null,
    total,
    totalIsExact,
  }
}

function hitOf(article: ListedArticle, found: Found<Shown> | undefined, query: Query): SearchHit[] {
  if (found === undefined) return []
  return [{ ...article, snippet: highlight({ lang: article.lang, text: textOf(found.source) }, query) }]
}

function nowOf(request: SearchRequest, place: SearchPlace | null): number {
  return place?.now ?? request.now.getTime()
}

function goOn(
  { order, collapse }: SearchRequest,
  place: SearchPlace | null,
  shown: readonly Found<Shown>[],
): Pick<SearchPlace, 'last' | 'shown'> {
  const last = shown.at(-1)
  const keys = [...(place?.shown ?? []), ...shown.map((hit) => hit.source[keyFields[collapse]])]
  return {
    last: order === 'newest' && last !== undefined ? { sortAt: last.source.sortAt, id: last.id } : null,
    shown: order === 'newest' && collapse === 'none' ? [] : keys,
  }
}

function cursorAfter(request: SearchRequest, place: SearchPlace): string | null {
  if (request.order === 'relevance' && place.shown.length > shownMax) return null
  return encodePlace(request, { ...place, shown: place.shown.slice(-shownMax) })
}

function orderOf(request: SearchRequest, prepared: PreparedQuery, place: SearchPlace | null): object {
  const rest = restOf(request, place)
  if (request.order === 'newest') return { query: { bool: { filter: [prepared.filter], ...rest } }, sort: newestFirst }
  const should = prepared.full === null ? [] : [{ constant_score: { filter: prepared.full, boost: fullBonus } }]
  const must = [withRecency(prepared.ranked, nowOf(request, place))]
  return { query: { bool: { must, should, ...rest } }, sort: [{ _score: 'desc' }, ...newestFirst] }
}

/** What has been shown does not come again. */
function restOf({ collapse }: SearchRequest, place: SearchPlace | null): { must_not: Clause[] } {
  if (place === null) return { must_not: [] }
  const shown = place.shown.length === 0 ? [] : [{ terms: { [keyFields[collapse]]: place.shown } }]
  return { must_not: [...shown, ...(place.last === null ? [] : [notAfter(place.last)])] }
}

/** Up to the last article that was shown, in the order by time. */
function notAfter({ sortAt, id }: { readonly sortAt: number; readonly id: string }): Clause {
  const sameTime = { bool: { filter: [{ term: { sortAt } }, { range: { id: { gte: id } } }] } }
  return anyOf([{ range: { sortAt: { gt: sortAt } } }, sameTime])
}

function withRecency(query: Clause, now: number): Clause {
  const decay = { sortAt: { origin: now, scale: recencyHalfLifeMs, decay: 0.5 } }
  return {
    function_score: {
      query,
      functions: [{ weight: 0.5 }, { exp: decay, weight: 0.5 }],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  }
}
