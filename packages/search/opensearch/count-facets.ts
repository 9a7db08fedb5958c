import type { Query } from '@rafid/query'
import type { Facets } from '../article-index.ts'
import { prepareQuery } from './prepare-query.ts'
import { searchIn } from './search-answer.ts'
import type { Store } from './settle.ts'

/** Values that are told of a facet. */
const valuesMax = 100
const daysMax = 400
/** With so many values from each shard, what is told is exact up to as many different ones. */
const shardValuesMax = 10_000

/**
 * How many of the articles that answer have each value.
 *
 * @throws PermanentError `query.too_complex`
 */
export async function countFacets(store: Store, query: Query): Promise<Facets> {
  const { filter } = await prepareQuery(store, query, null)
  const commonest = (field: string): object => ({ terms: { field, size: valuesMax, shard_size: shardValuesMax } })
  const aggs = {
    lang: commonest('lang'),
    source: commonest('source'),
    tag: commonest('tags'),
    day: { terms: { field: 'day', size: daysMax, shard_size: shardValuesMax, order: { _key: 'desc' } } },
  }
  const body = { size: 0, query: { bool: { filter: [filter] } }, aggs, track_total_hits: false }
  const { counts } = await searchIn(store.cluster, store.names, body)
  return { lang: counts('lang'), source: counts('source'), tag: counts('tag'), day: counts('day') }
}
