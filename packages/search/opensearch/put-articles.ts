import type { Article, Relation } from '@rafid/contracts'
import { articleDocument, sortAtOf, versionOf, versionStep } from './article-document.ts'
import { languagesCard } from './cards.ts'
import type { Card, Place } from './cards.ts'
import { failUnlessWritten } from './cluster.ts'
import type { Write } from './cluster.ts'
import { monthIndex } from './index-names.ts'
import { createIndex } from './layout.ts'
import { isSame, markCopied, settle } from './settle.ts'
import type { Store } from './settle.ts'
import { standings } from './standing.ts'
import type { Standing } from './standing.ts'

export type Delivery = { readonly article: Article; readonly relation: Relation }
export type PutResult = 'added' | 'replaced' | 'stale'

/** What a writer knows to be there, so that it need not ask each time: months and languages of the index. */
export type KnownParts = { readonly months: Set<string>; readonly langs: Set<string | null> }

type Planned = Delivery & { readonly id: string; readonly index: string; readonly version: number }

/**
 * Writes articles, the index of the month of each being where it belongs. One that moves to another month is written
 * there first, then its card tells so and what is left to delete, then it is deleted in the old month; a crash in between
 * leaves both until the delivery comes again.
 *
 * @param deliveries of different articles
 * @param known more is added
 * @returns for each what became of it, or why the cluster will not take it
 */
export async function putArticles(
  store: Store,
  deliveries: readonly Delivery[],
  known: KnownParts,
): Promise<(PutResult | Error)[]> {
  const planned = deliveries.map((delivery): Planned => {
    const index = monthIndex(store.names, sortAtOf(delivery.article))
    return { ...delivery, id: delivery.article.id, index, version: versionOf(delivery.article) }
  })
  const results = new Map<string, PutResult | Error>()
  const ids = planned.flatMap(({ id, relation }) => [id, relation.duplicateOf ?? id])
  const cards = await store.cards.read(ids)
  const fresh = planned.filter(({ id, version }) => (placeIn(store, cards.get(id))?.version ?? -1) < version)
  const decided = new Map(fresh.map(({ id, relation }) => [id, relation.duplicateOf ?? id]))
  const now = await standings(store.cards, decided, cards)
  await prepare(store, fresh, now, known)
  const written = await writeDocuments(store, fresh, now, { results, known })
  const before = await tellPlaces(store, written)
  const stale = planned.filter((one) => !fresh.includes(one))
  await deleteElsewhere(store, [...stale, ...written], cards, before)
  const later = await standings(store.cards, new Map(written.map(({ id }) => [id, decided.get(id) ?? id])))
  await settle(
    store,
    written.map(({ id }) => id).filter((id) => !agree(now.get(id), later.get(id))),
  )
  for (const one of written) results.set(one.id, resultOf(one, placeIn(store, before.get(one.id))))
  return planned.map(({ id }) => results.get(id) ?? 'stale')
}

function resultOf({ version }: Planned, place: Card['place']): PutResult {
  if (place === undefined) return 'added'
  return place.version < version ? 'replaced' : 'stale'
}

function agree(one: Standing | undefined, other: Standing | undefined): boolean {
  return one !== undefined && other !== undefined && isSame(one, other)
}

/** Where an article is in this layout of the index; what an older one holds does not count. */
function placeIn({ names }: Store, card: Card | undefined): Card['place'] {
  return card?.place?.index.startsWith(names.months) === true ? card.place : undefined
}

async function prepare(
  { cluster, cards }: Store,
  fresh: readonly Planned[],
  now: ReadonlyMap<string, Standing>,
  { months, langs }: KnownParts,
): Promise<void> {
  await markCopied(cards, now)
  for (const { index } of fresh) {
    if (months.has(index)) continue
    await createIndex(cluster, index)
    months.add(index)
  }
  const used = new Set(fresh.map(({ article }) => article.lang))
  if (used.isSubsetOf(langs)) return
  await cards.change([languagesCard], (card) => {
    const told = new Set(card.langs)
    return used.isSubsetOf(told) ? null : { ...card, langs: [...told.union(used)] }
  })
  for (const lang of used) langs.add(lang)
}

/** The month was dropped meanwhile, and the cluster makes none by itself. */
const indexMissing = 404

/** Writes and returns those that are in the index now, by this delivery or a newer one; of the others tells why not. */
async function writeDocuments(
  { cluster }: Store,
  fresh: readonly Planned[],
  now: ReadonlyMap<string, Standing>,
  { results, known }: { readonly results: Map<string, PutResult | Error>; readonly known: KnownParts },
): Promise<Planned[]> {
  const writes = fresh.map(({ article, relation, id, index, version }): Write => {
    const standing = now.get(id) ?? { root: id, told: null, story: null }
    return { action: 'index', index, id, version, body: articleDocument(article, relation, standing) }
  })
  const answers = await cluster.write(writes)
  return fresh.filter(({ id, index }, at) => {
    const answer = answers[at] ?? { status: 500, reason: 'no answer' }
    if (answer.status === indexMissing) known.months.delete(index)
    try {
      // A conflict means that this version is there already, or a newer one.
      failUnlessWritten(answer.status === indexMissing ? { ...answer, status: 503 } : answer, [409])
      return true
    } catch (error) {
      results.set(id, error instanceof Error ? error : new Error(String(error)))
      return false
    }
  })
}

/** Has the cards tell where the articles are; returns them as they were before. */
async function tellPlaces(store: Store, written: readonly Planned[]): Promise<Map<string, Card>> {
  const places = new Map(written.map((one) => [one.id, one]))
  return store.cards.change(places.keys(), (card, id) => {
    const one = places.get(id)
    return one === undefined ? null : withPlace(store, card, one)
  })
}

function withPlace(store: Store, card: Card, { index, version }: Planned): Card | null {
  const old = placeIn(store, card)
  if (old !== undefined && old.version >= version) return null
  const left = old === undefined ? [] : [old.index, ...(old.left ?? [])].filter((other) => other !== index)
  return { ...card, place: left.length === 0 ? { index, version } : { index, version, left } }
}

/**
 * An article is in one month only: that of its newest version. Deleted are what cards tell that is left, and deliveries
 * that came to be written after a newer one.
 *
 * @param standing deliveries that are in the index, or that something newer is there in their place
 */
async function deleteElsewhere(
  store: Store,
  standing: readonly Planned[],
  cards: ReadonlyMap<string, Card>,
  before: ReadonlyMap<string, Card>,
): Promise<void> {
  const known = standing.map((one) => ({ one, place: placeNow(store, one, before.get(one.id) ?? cards.get(one.id)) }))
  const writes = known.flatMap(({ one, place }): Write[] => {
    // Corrections of where an article stands have raised the version of what is stored.
    const late = place.index === one.index ? [] : [deletion(one.index, one.id, one.version + versionStep - 1)]
    return [...late, ...(place.left ?? []).map((index) => deletion(index, one.id, place.version - 1))]
  })
  if (writes.length === 0) return
  for (const written of await store.cluster.write(writes)) failUnlessWritten(written, [404, 409])
  const done = new Map(known.map(({ one, place }) => [one.id, place]))
  await store.cards.change(done.keys(), ({ place, ...rest }, id) => {
    if (place?.left === undefined || place.version !== done.get(id)?.version) return null
    return { ...rest, place: { index: place.index, version: place.version } }
  })
}

/** Where an article is, now that its card tells of this delivery too. */
function placeNow(store: Store, one: Planned, card: Card = {}): Place {
  return placeIn(store, withPlace(store, card, one) ?? card) ?? one
}

function deletion(index: string, id: string, version: number): Write {
  return { action: 'delete', index, id, version, orEqual: true }
}
