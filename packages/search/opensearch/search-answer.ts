import type { Cas, Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'

/** What a search found, as far as we ask for it. */
export type SearchAnswer<Source> = {
  /** How many there are, counted as far as was asked. */
  readonly total: number
  readonly totalIsExact: boolean
  readonly hits: readonly Found<Source>[]
  /** The counts of an aggregation by its name. */
  readonly counts: (name: string) => readonly Count[]
}

/** A stored document. */
export type Found<Source> = {
  readonly id: string
  readonly index: string
  readonly source: Source
  /** Told when it was asked for. */
  readonly cas: Cas
}

export type Count = { readonly value: string; readonly count: number }

/** What OpenSearch answers. */
export type RawHit<Source> = {
  readonly _id: string
  readonly _index: string
  readonly _source: Source
  readonly _seq_no?: number
  readonly _primary_term?: number
}
type RawBucket = { readonly key: string | number; readonly doc_count: number }
type RawAnswer<Source> = {
  readonly hits: {
    readonly total?: { readonly value: number; readonly relation: 'eq' | 'gte' }
    readonly hits: readonly RawHit<Source>[]
  }
  readonly aggregations?: Readonly<Record<string, { readonly buckets: readonly RawBucket[] }>>
}

/**
 * Searches the articles of all months.
 *
 * @param index some other index than that of all articles
 * @throws as `Cluster.ask` does
 */
export async function searchIn<Source>(
  cluster: Cluster,
  names: IndexNames,
  body: object,
  index: string = names.articles,
): Promise<SearchAnswer<Source>> {
  const { hits, aggregations } = (await rawSearch(cluster, names, body, index)) as RawAnswer<Source>
  return {
    total: hits.total?.value ?? 0,
    totalIsExact: hits.total?.relation !== 'gte',
    hits: hits.hits.map(foundOf),
    counts: (name) =>
      (aggregations?.[name]?.buckets ?? []).map(({ key, doc_count: count }) => ({ value: String(key), count })),
  }
}

/** The same for who reads the answer himself. */
export async function rawSearch(
  cluster: Cluster,
  { articles }: IndexNames,
  body: object,
  index: string = articles,
): Promise<unknown> {
  // Before the first article there is no index.
  const query = { ignore_unavailable: true, allow_no_indices: true }
  return (await cluster.ask({ method: 'POST', path: `/${index}/_search`, query, body })).body
}

/** A stored document without the names that OpenSearch has for its parts. */
export function foundOf<Source>(hit: RawHit<Source>): Found<Source> {
  const { _id: id, _index: index, _source: source, _seq_no: seqNo = 0, _primary_term: primaryTerm = 0 } = hit
  return { id, index, source, cas: { seqNo, primaryTerm } }
}

/** Has searches see all that was written until now. */
export async function refresh(cluster: Cluster, { articles }: IndexNames): Promise<void> {
  await cluster.ask({ method: 'POST', path: `/${articles}/_refresh`, query: { ignore_unavailable: true } })
}
