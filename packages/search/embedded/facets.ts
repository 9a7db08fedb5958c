import type { DatabaseSync } from 'node:sqlite'
import type { Query } from '@rafid/query'
import type { FacetCount, Facets } from '../article-index.ts'
import { answerOf, type SearchContext } from './answer.ts'

const dayMs = 86_400_000

/** So many values of each kind are given. */
const valuesMax = 50

/** How many of the articles that answer have each value; of more than a search counts, of the newest. */
export function facets(context: SearchContext, query: Query): Facets {
  const values = valuesAt(context.database, answerOf(context, query).rows.newest().slice(0, context.countMax))
  return {
    lang: commonest(countsOf(values.lang.filter((lang) => lang !== null))),
    source: commonest(countsOf(values.source)),
    tag: commonest(countsOf(values.tags.flatMap((tags) => (tags.length > 1 ? [...new Set(tags)] : tags)))),
    day: latest(countsOf(values.day)),
  }
}

/** By the row, only those of tags as lists. */
type Values = {
  readonly lang: readonly (string | null)[]
  readonly source: readonly string[]
  readonly tags: readonly (readonly string[])[]
  readonly day: readonly number[]
}

/** Each column as one value: to have the database group the rows takes three times as long. */
function valuesAt(database: DatabaseSync, rids: readonly number[]): Values {
  const row = database
    .prepare(
      `SELECT json_group_array(a.lang) AS lang, json_group_array(a.source) AS source,
         json_group_array(json(a.tags)) AS tags, json_group_array(a.sort_at / ${dayMs}) AS day
       FROM json_each(?) r CROSS JOIN articles a ON a.rid = r.value`,
    )
    .get(JSON.stringify(rids))
  const read = (column: keyof Values): unknown => JSON.parse(String(row?.[column]))
  // Only the writer fills these columns.
  return { lang: read('lang'), source: read('source'), tags: read('tags'), day: read('day') } as Values
}

function countsOf<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function commonest(counts: ReadonlyMap<string, number>): FacetCount[] {
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, valuesMax)
}

function latest(counts: ReadonlyMap<number, number>): FacetCount[] {
  return [...counts]
    .toSorted(([one], [other]) => other - one)
    .map(([day, count]) => ({ value: new Date(day * dayMs).toISOString().slice(0, 10), count }))
}
