import type { ArticleReader, IndexedArticle } from '../article-index.ts'
import { duplicatesOf, neighboursOf, storyOf } from './around-article.ts'
import { Cards } from './cards.ts'
import { openCluster } from './cluster.ts'
import { countFacets } from './count-facets.ts'
import { didYouMean } from './did-you-mean.ts'
import { indexNames } from './index-names.ts'
import { newestArticles } from './newest-articles.ts'
import type { OpenSearchOptions } from './opensearch-options.ts'
import { searchArticles } from './search-articles.ts'
import { foundOf, rawSearch } from './search-answer.ts'
import type { RawHit } from './search-answer.ts'
import type { Store } from './settle.ts'
import { indexedArticle, storedFields } from './stored-article.ts'
import type { StoredArticle } from './stored-article.ts'

/** Somebody waits for the answer: a reader gives up sooner than a job. */
const requestTimeoutMs = 8_000
const triesMax = 2

/** Opens an index in an OpenSearch cluster for reading. Lists and searches see an article a second after it was written. */
export function openOpenSearchReader(options: OpenSearchOptions): ArticleReader {
  const cluster = openCluster({ requestTimeoutMs, triesMax, ...options })
  const names = indexNames(options.name)
  const store: Store = { cluster, names, cards: new Cards(cluster, names) }
  return {
    newest: (filter) => newestArticles(cluster, names, filter),
    search: (request) => searchArticles(store, request),
    facets: (query) => countFacets(store, query),
    didYouMean: (words) => didYouMean(store, words),
    get: (id) => articleOf(store, id),
    duplicates: (article) => duplicatesOf(store, article),
    neighbours: (article) => neighboursOf(store, article),
    story: (id) => storyOf(store, id),
    count: () => count(store),
    close: () => cluster.close(),
  }
}

/** Read by its id, so that it is there as soon as it was written. */
async function articleOf({ cluster, names, cards }: Store, id: string): Promise<IndexedArticle | null> {
  const place = (await cards.read([id])).get(id)?.place
  if (place === undefined || !place.index.startsWith(names.months)) return null
  const path = `/${place.index}/_doc/${encodeURIComponent(id)}`
  const query = { _source_includes: storedFields.join(',') }
  const { status, body } = await cluster.ask({ method: 'GET', path, query, accept: [404] })
  return status === 404 ? null : indexedArticle(foundOf(body as RawHit<StoredArticle>).source)
}

async function count({ cluster, names }: Store): Promise<{ articles: number; originals: number }> {
  const originals = { filters: { filters: { all: { match_all: {} }, originals: { term: { original: true } } } } }
  const { aggregations } = (await rawSearch(cluster, names, { size: 0, aggs: { originals } })) as Counted
  const buckets = aggregations?.originals.buckets
  return { articles: buckets?.all.doc_count ?? 0, originals: buckets?.originals.doc_count ?? 0 }
}

type Counted = {
  /** Missing before the first article. */
  readonly aggregations?: {
    readonly originals: { readonly buckets: Readonly<Record<'all' | 'originals', { readonly doc_count: number }>> }
  }
}
