import type { Retention } from '../article-index.ts'
import { failUnlessWritten } from './cluster.ts'
import type { Write } from './cluster.ts'
import { monthIndex } from './index-names.ts'
import { refresh, searchIn } from './search-answer.ts'
import type { Found } from './search-answer.ts'
import type { Store } from './settle.ts'

/** Articles that are forgotten together. */
const pageSize = 1_000
const monthsMax = 10_000

/**
 * Forgets the oldest articles: a month of which nothing stays is dropped as a whole, in the month where the line is drawn
 * they are deleted one by one. Moves of clusters and stories are kept, and what is known of an article that had copies,
 * since the copies may outlive it.
 *
 * @returns how many were forgotten
 */
export async function forgetArticles(store: Store, { since, articlesMax }: Retention): Promise<number> {
  const { cluster, names } = store
  await refresh(cluster, names)
  const months = await monthsOf(store)
  const all = months.reduce((sum, { count }) => sum + count, 0)
  const firstKept = since === null ? '' : monthIndex(names, since.getTime())
  let forgotten = 0
  for (const { index, count } of months) {
    const tooMany = articlesMax === null ? 0 : Math.max(0, all - forgotten - articlesMax)
    if (index >= firstKept && count > tooMany) {
      const before = since?.getTime() ?? Number.NEGATIVE_INFINITY
      return forgotten + (await forgetOldest(store, index, { before, atLeast: tooMany }))
    }
    for await (const page of oldestFirst(store, index)) await forgetCards(store, page)
    await cluster.ask({ method: 'DELETE', path: `/${index}`, accept: [404] })
    forgotten += count
  }
  return forgotten
}

/** The months, the oldest first, with how many articles each holds. */
async function monthsOf({ cluster, names }: Store): Promise<{ index: string; count: number }[]> {
  const aggs = { months: { terms: { field: '_index', size: monthsMax } } }
  const months = (await searchIn(cluster, names, { size: 0, aggs })).counts('months')
  return months
    .map(({ value: index, count }) => ({ index, count }))
    .toSorted((one, other) => (one.index < other.index ? -1 : 1))
}

type Oldest = { readonly sortAt: number; readonly id: string }

async function* oldestFirst({ cluster, names }: Store, index: string): AsyncGenerator<readonly Found<Oldest>[]> {
  let after: object = {}
  for (;;) {
    const sort = [{ sortAt: 'asc' }, { id: 'asc' }]
    const body = { size: pageSize, sort, _source: ['sortAt', 'id'], seq_no_primary_term: true, ...after }
    const { hits } = await searchIn<Oldest>(cluster, names, body, index)
    const last = hits.at(-1)
    if (last === undefined) return
    yield hits
    after = { search_after: [last.source.sortAt, last.source.id] }
  }
}

/** Forgets the articles of one month that are older than an instant, and the oldest until so many are forgotten. */
async function forgetOldest(
  store: Store,
  index: string,
  { before, atLeast }: { readonly before: number; readonly atLeast: number },
): Promise<number> {
  let seen = 0
  let forgotten = 0
  for await (const page of oldestFirst(store, index)) {
    const start = seen
    const old = page.filter(({ source: { sortAt } }, at) => sortAt < before || start + at < atLeast)
    const gone = await deleteArticles(store, old)
    await forgetCards(store, gone)
    forgotten += gone.length
    seen += page.length
    if (old.length < page.length) return forgotten
  }
  return forgotten
}

/** Those that were deleted: an article that has changed since it was read stays for the next time. */
async function deleteArticles({ cluster }: Store, hits: readonly Found<Oldest>[]): Promise<readonly Found<Oldest>[]> {
  const writes = hits.map(({ index, id, cas }): Write => ({ action: 'delete', index, id, cas }))
  const written = writes.length === 0 ? [] : await cluster.write(writes)
  for (const result of written) failUnlessWritten(result, [404, 409])
  return hits.filter((_, at) => written[at]?.status === 200)
}

async function forgetCards({ cards }: Store, hits: readonly Found<Oldest>[]): Promise<void> {
  const places = new Map(hits.map((hit) => [hit.id, hit.index]))
  await cards.change(places.keys(), (card, id) => {
    if (card.place === undefined || card.place.index !== places.get(id)) return null
    const { place: _, ...rest } = card
    return rest
  })
  await cards.forget(places.keys(), ({ place, copied, movedTo }) => {
    return place === undefined && copied !== true && movedTo === undefined
  })
}
