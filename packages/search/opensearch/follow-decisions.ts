import type { StoryDecision } from '../article-index.ts'
import { storyCard } from './cards.ts'
import { idsOf, settle } from './settle.ts'
import type { Store } from './settle.ts'
import { clusterNow, storyNames } from './standing.ts'

/** Writes down the stories of articles, the later decision on each, and has them and their copies follow. */
export async function setStories(store: Store, decisions: readonly StoryDecision[]): Promise<void> {
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

/** Makes two clusters of copies one, and has their articles follow. */
export async function moveCluster(store: Store, from: string, to: string): Promise<void> {
  const [start, goal] = [await clusterNow(store.cards, from), await clusterNow(store.cards, to)]
  if (start !== goal) await move(store, start, goal)
  // Also when it is told again: whoever told it first may have died before the articles followed.
  await settle(store, await idsOf(store, { terms: { root: [...new Set([from, start])] } }))
}

/** Makes two stories one, and has their articles follow. */
export async function moveStory(store: Store, from: string, to: string): Promise<void> {
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
