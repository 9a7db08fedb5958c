import type { ListedArticle, ListFilter, Page } from '../article-index.ts'
import type { Clause } from './clauses.ts'
import type { Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'
import { wrongCursor } from './search-cursor.ts'
import { searchIn } from './search-answer.ts'
import { listedArticles, storedFields } from './stored-article.ts'
import type { StoredArticle } from './stored-article.ts'

/** No page is longer. */
export const pageMax = 100

/** The order by time; of one millisecond the greater id first, so that every article has its place. */
export const newestFirst = [{ sortAt: 'desc' }, { id: 'desc' }]

const shape = /^n\.(-?[0-9a-z]+)\.(a[0-9a-f]{24})$/

export function clampLimit(limit: number): number {
  return Math.min(Math.max(1, Math.trunc(limit) || 1), pageMax)
}

/**
 * A page of the newest articles. Its place is that of the last article shown, so what arrives meanwhile moves nothing.
 *
 * @throws PermanentError `cursor.invalid`
 */
export async function newestArticles(
  cluster: Cluster,
  names: IndexNames,
  filter: ListFilter,
): Promise<Page<ListedArticle>> {
  const limit = clampLimit(filter.limit)
  const after = filter.cursor === undefined ? {} : { search_after: placeOf(filter.cursor) }
  const query = { bool: { filter: conditions(filter) } }
  const body = { query, size: limit + 1, sort: newestFirst, _source: storedFields, track_total_hits: false, ...after }
  const { hits } = await searchIn<StoredArticle>(cluster, names, body)
  const shown = hits.slice(0, limit)
  const last = hits.length > limit ? shown.at(-1) : undefined
  return {
    articles: await listedArticles(cluster, names, shown),
    nextCursor: last === undefined ? null : `n.${last.source.sortAt.toString(36)}.${last.id}`,
  }
}

function conditions({ lang, source, since, originalsOnly }: ListFilter): Clause[] {
  return [
    ...(lang === undefined ? [] : [{ term: { lang } }]),
    ...(source === undefined ? [] : [{ term: { source } }]),
    ...(since === undefined ? [] : [{ range: { sortAt: { gte: since.getTime() } } }]),
    ...(originalsOnly === true ? [{ term: { original: true } }] : []),
  ]
}

function placeOf(cursor: string): [number, string] {
  const [, sortAt = '', id = ''] = shape.exec(cursor) ?? []
  const at = Number.parseInt(sortAt, 36)
  if (!Number.isSafeInteger(at) || Math.abs(at) > 8.64e15) throw wrongCursor()
  return [at, id]
}
