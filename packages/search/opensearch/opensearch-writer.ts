import type { ArticleWriter, StoryDecision } from '../article-index.ts'
import { carryOver } from './carry-over.ts'
import { Cards, storyCard } from './cards.ts'
import { openCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { forgetArticles } from './forget-articles.ts'
import { gather } from './gather.ts'
import { indexNames } from './index-names.ts'
import { prepareLayout } from './layout.ts'
import type { OpenSearchOptions } from './opensearch-options.ts'
import { putArticles } from './put-articles.ts'
import type { Delivery, KnownParts, PutResult } from './put-articles.ts'
import { idsOf, settle } from './settle.ts'
import type { Store } from './settle.ts'
import { clusterNow, storyNames } from './standing.ts'

/** Calls that go together. */
const batchMax = 200

/**
 * Opens an index in an OpenSearch cluster for writing. Any number of processes on any machines may write. Nothing is
 * asked of the cluster before the first write, so a service starts also while the cluster is away.
 */
export function openOpenSearchWriter(options: OpenSearchOptions): ArticleWriter {
  return writerOn(openCluster(options), options.name)
}

/** The same on a connection that is open. */
export function writerOn(cluster: Cluster, name: string): ArticleWriter {
  const names = indexNames(name)
  const store: Store = { cluster, names, cards: new Cards(cluster, names) }
  const known: KnownParts = { months: new Set(), langs: new Set() }
  const prepared = once(() => prepareLayout(cluster, names))
  const carry = inBackground((isOver) => carryOver(store, known, isOver))
  const ready = async (): Promise<void> => {
    await prepared()
    carry.start()
  }
  const puts = gather<Delivery, PutResult>(
    async (deliveries) => {
      await ready()
      return putArticles(store, deliveries, known)
    },
    { batchMax, keyOf: ({ article }) => article.id },
  )
  const decisions = gather<StoryDecision, true>(
    async (batch) => {
      await ready()
      await setStories(store, batch)
      return batch.map(() => true)
    },
    { batchMax, keyOf: ({ articleId }) => articleId },
  )
  return {
    put: (article, relation) => puts.call({ article, relation }),
    async moveCluster(from, to) {
      await ready()
      await moveCluster(store, from, to)
    },
    async setStory(decision) {
      await decisions.call(decision)
    },
    async moveStory(from, to) {
      await ready()
      await moveStory(store, from, to)
    },
    async retain(rule) {
      await ready()
      const forgotten = await forgetArticles(store, rule)
      known.months.clear()
      return forgotten
    },
    async close() {
      await Promise.all([puts.idle(), decisions.idle(), carry.stop()])
      await cluster.close()
    },
  }
}

/** Runs it until it has succeeded once. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= run().catch((error: unknown) => {
      running = null
      throw error
    })
    return running
  }
}

/** What fails is tried again at the next start, so nobody waits for it. */
function inBackground(run: (isOver: () => boolean) => Promise<void>): { start: () => void; stop: () => Promise<void> } {
  let isOver = false
  let running: Promise<void> | null = null
  return {
    start: () => {
      running ??= run(() => isOver).catch(() => {
        running = null
      })
    },
    stop: async () => {
      isOver = true
      await running
    },
  }
}

async function setStories(store: Store, decisions: readonly StoryDecision[]): Promise<void> {
  const byArticle = new Map(decisions.map((decision) => [decision.articleId, decision]))
  await store.cards.change(byArticle.keys(), (card, id) => {
    const decision = byArticle.get(id)
    if (decision === undefined || decision.order <= (card.story?.order ?? -1)) return null
    return { ...card, story: { id: decision.storyId, order: decision.order } }
  })
  const cards = await store.cards.read(byArticle.keys())
  // Only a root with copies needs a search, which sees what has just been written at a price.
  const copied = [...cards].filter(([, card]) => card.copied === true).map(([id]) => id)
  const copies = copied.length === 0 ? [] : await idsOf(store, { terms: { root: copied } })
  await settle(store, [...new Set([...byArticle.keys(), ...copies])])
}

async function moveCluster(store: Store, from: string, to: string): Promise<void> {
  const [start, goal] = [await clusterNow(store.cards, from), await clusterNow(store.cards, to)]
  if (start !== goal) await move(store, start, goal)
  // Also when it is told again: whoever told it first may have died before the articles followed.
  await settle(store, await idsOf(store, { terms: { root: [...new Set([from, start])] } }))
}

async function moveStory(store: Store, from: string, to: string): Promise<void> {
  const names = await storyNames(store.cards, [from, to])
  const [start, goal] = [names.get(from) ?? from, names.get(to) ?? to]
  if (start !== goal) await move(store, storyCard(start), storyCard(goal))
  const ended = [...new Set([from, start])]
  const followers = { bool: { should: [{ terms: { story: ended } }, { terms: { told: ended } }] } }
  await settle(store, await idsOf(store, followers))
}

async function move({ cards }: Store, start: string, goal: string): Promise<void> {
  await cards.change([start], (card) => (card.movedTo === undefined ? { ...card, movedTo: goal } : null))
}
