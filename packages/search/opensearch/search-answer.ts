import type { Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'

/** What OpenSearch answers to a search, as far as we ask for it. */
export type SearchAnswer<Source> = {
  readonly hits: {
    readonly total?: { readonly value: number; readonly relation: 'eq' | 'gte' }
    readonly hits: readonly SearchedHit<Source>[]
  }
  readonly aggregations?: Readonly<Record<string, { readonly buckets: readonly Bucket[] }>>
}

export type SearchedHit<Source> = {
  readonly _id: string
  readonly _index: string
  readonly _source: Source
  readonly _seq_no?: number
  readonly _primary_term?: number
}

export type Bucket = { readonly key: string | number; readonly key_as_string?: string; readonly doc_count: number }

/**
 * Searches the articles of all months.
 *
 * @param index some other index than that of all articles
 * @throws as `Cluster.ask` does
 */
export async function searchIn<Source>(
  cluster: Cluster,
  { articles }: IndexNames,
  body: object,
  index: string = articles,
): Promise<SearchAnswer<Source>> {
  // Before the first article there is no index.
  const query = { ignore_unavailable: true, allow_no_indices: true }
  const answer = await cluster.ask({ method: 'POST', path: `/${index}/_search`, query, body })
  return answer.body as SearchAnswer<Source>
}

/** Has searches see all that was written until now. */
export async function refresh(cluster: Cluster, { articles }: IndexNames): Promise<void> {
  await cluster.ask({ method: 'POST', path: `/${articles}/_refresh`, query: { ignore_unavailable: true } })
}
