import type { Relation } from '@rafid/contracts'
import { TransientError } from '@rafid/errors'
import type { Cards } from './cards.ts'
import { failUnlessWritten } from './cluster.ts'
import type { Cluster, Write } from './cluster.ts'
import type { IndexNames } from './index-names.ts'
import { foundOf, refresh, searchIn } from './search-answer.ts'
import type { Found, RawHit } from './search-answer.ts'
import { relationNow, standingFields, standings } from './standing.ts'
import type { Standing } from './standing.ts'

/** Articles that are brought up to date together. */
const settledMax = 500

/** Whose articles have not come to rest by then is one of too many writers. */
const passesMax = 50

export type Store = { readonly cluster: Cluster; readonly names: IndexNames; readonly cards: Cards }

type Settled = {
  readonly root: string
  readonly told: string | null
  readonly story: string | null
  readonly relation: Relation
}

/**
 * Brings articles in line with what the cards tell: the first of their cluster and their story.
 *
 * Whoever writes a card calls this afterwards, and whoever writes an article looks at the cards once more afterwards.
 * Whichever of two writers is the later sees what the other wrote, so no order of deliveries and no number of writers
 * leaves an article behind; and after a crash the next delivery of the same job does what is left.
 *
 * @throws TransientError `search.contended` when others are always faster
 */
export async function settle(store: Store, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += settledMax) {
    await settleSome(store, ids.slice(from, from + settledMax))
  }
}

async function settleSome(store: Store, ids: readonly string[]): Promise<void> {
  for (let pass = 0; pass < passesMax; pass += 1) {
    const writes = await corrections(store, ids)
    if (writes.length === 0) return
    for (const written of await store.cluster.write(writes)) failUnlessWritten(written, [404, 409])
  }
  throw new TransientError('search.contended', 'Other writers were always faster.')
}

async function corrections(store: Store, ids: readonly string[]): Promise<Write[]> {
  const stored = await storedArticles(store, ids)
  const now = await standings(store.cards, new Map(stored.map(({ id, source }) => [id, source.root])))
  const wrong = stored.flatMap((article) => {
    const standing = now.get(article.id)
    return standing === undefined || isSame(article.source, standing) ? [] : [{ ...article, standing }]
  })
  await markCopied(store.cards, new Map(wrong.map(({ id, standing }) => [id, standing])))
  return wrong.map(({ id, index, source, cas, standing }): Write => {
    const relation = relationNow(id, source.relation, standing.root)
    return { action: 'update', index, id, cas, body: { ...standingFields(id, standing), relation } }
  })
}

/** Whether a stored article stands where it should. */
export function isSame(stored: Standing, now: Standing): boolean {
  return stored.root === now.root && stored.told === now.told && stored.story === now.story
}

/** Has the first articles of clusters know that they have copies, before the copies are written. */
export async function markCopied(cards: Cards, now: ReadonlyMap<string, Standing>): Promise<void> {
  const roots = [...now].flatMap(([id, { root }]) => (root === id ? [] : [root]))
  await cards.change(roots, (card) => (card.copied === true ? null : { ...card, copied: true }))
}

async function storedArticles({ cluster, names, cards }: Store, ids: readonly string[]): Promise<Found<Settled>[]> {
  const docs = [...(await cards.read(ids))].flatMap(([id, { place }]) =>
    place?.index.startsWith(names.months) === true
      ? [{ _id: id, _index: place.index, _source: ['root', 'told', 'story', 'relation'] }]
      : [],
  )
  if (docs.length === 0) return []
  const { body } = await cluster.ask({ method: 'POST', path: '/_mget', body: { docs } })
  const answer = body as { readonly docs: readonly (RawHit<Settled> & { readonly found?: boolean })[] }
  return answer.docs.filter(({ found }) => found === true).map(foundOf)
}

/** The ids of the articles that a search finds, also of those that were written a moment ago. */
export async function idsOf({ cluster, names }: Store, query: object): Promise<string[]> {
  await refresh(cluster, names)
  const ids: string[] = []
  let after: object = {}
  for (;;) {
    const body = { query, size: settledMax, sort: [{ id: 'asc' }], _source: ['id'], track_total_hits: false, ...after }
    const { hits } = await searchIn<{ id: string }>(cluster, names, body)
    ids.push(...hits.map(({ source }) => source.id))
    const last = hits.at(-1)
    if (last === undefined || hits.length < settledMax) return ids
    after = { search_after: [last.source.id] }
  }
}
