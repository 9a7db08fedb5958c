import type { Query } from '@rafid/query'
import type { FacetCount, Facets } from '../article-index.ts'
import { answerOf, type SearchContext } from './answer.ts'
import { newestRows } from './matching-rows.ts'

/** Of more articles than these the newest are counted, as many as a search counts. */
const countedMax = 10_000

/** So many values of each kind are given. */
const valuesMax = 50

/** How many of the articles that answer have each value. */
export function facets(context: SearchContext, query: Query): Facets {
  const { shelves, listed } = answerOf(context, query)
  const rids =
    listed?.map(({ rid }) => rid) ??
    shelves.flatMap(({ query: each }) => newestRows(context.database, each, { before: null, limit: countedMax }))
  const counted = rids.length > countedMax ? rids.toSorted((one, other) => other - one).slice(0, countedMax) : rids
  const rows = context.database
    .prepare(
      `SELECT lang, source, tags, sort_at / 86400000 AS day, count(*) AS count FROM articles
       WHERE rid IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4`,
    )
    .all(JSON.stringify(counted))
  const counts = { lang: new Counts(), source: new Counts(), tag: new Counts(), day: new Counts() }
  for (const { lang, source, tags, day, count } of rows) {
    if (lang !== null) counts.lang.add(String(lang), Number(count))
    counts.source.add(String(source), Number(count))
    counts.day.add(dayOf(Number(day)), Number(count))
    // Only the writer fills this column.
    for (const tag of new Set(JSON.parse(String(tags)) as string[])) counts.tag.add(tag, Number(count))
  }
  return {
    lang: counts.lang.commonest(),
    source: counts.source.commonest(),
    tag: counts.tag.commonest(),
    day: counts.day.latest(),
  }
}

function dayOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

class Counts {
  readonly #counts = new Map<string, number>()

  add(value: string, count: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count)
  }

  commonest(): FacetCount[] {
    return this.#all()
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, valuesMax)
  }

  latest(): FacetCount[] {
    return this.#all().toSorted((one, other) => (one.value > other.value ? -1 : 1))
  }

  #all(): FacetCount[] {
    return Array.from(this.#counts, ([value, count]) => ({ value, count }))
  }
}
