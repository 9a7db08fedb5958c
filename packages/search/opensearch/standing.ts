import type { Relation } from '@rafid/contracts'
import { storyCard } from './cards.ts'
import type { Card, Cards } from './cards.ts'
import { shortKey } from './short-key.ts'

/** Clusters and stories join earlier ones, so chains of moves end; a longer one would be a loop. */
const movesMax = 64

/** Where an article stands among its copies and in its story. */
export type Standing = {
  /** First article of its cluster of copies, perhaps itself. */
  readonly root: string
  /** The story that was told of the article itself, by the name it goes by now; null while it is not told. */
  readonly told: string | null
  /** Its story: that of its root. */
  readonly story: string | null
}

/**
 * Where articles stand by all that the cards tell at this moment.
 *
 * @param roots the first article of the cluster of each article, as it was decided, by the id of the article
 * @param read cards that were read for this purpose
 */
export async function standings(
  cards: Cards,
  roots: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, Card> = new Map(),
): Promise<Map<string, Standing>> {
  const known = new Map(read)
  const goals = await follow(cards, roots.values(), known)
  const rootOf = (decided: string): string => goals.get(decided) ?? decided
  await load(cards, [...roots.keys(), ...[...roots.values()].map(rootOf)], known)
  const told = (id: string): string | null => known.get(id)?.story?.id ?? null
  const names = [...known.values()].flatMap(({ story }) => (story === undefined ? [] : [storyCard(story.id)]))
  const storyGoals = await follow(cards, names, known)
  const nameNow = (id: string | null): string | null => (id === null ? null : nameOf(storyGoals, id))
  return new Map(
    [...roots].map(([id, decided]): [string, Standing] => {
      const root = rootOf(decided)
      return [id, { root, told: nameNow(told(id)), story: nameNow(told(root)) }]
    }),
  )
}

/** The names that stories go by now, by those they had. */
export async function storyNames(cards: Cards, ids: readonly string[]): Promise<Map<string, string>> {
  const goals = await follow(cards, ids.map(storyCard), new Map())
  return new Map(ids.map((id) => [id, nameOf(goals, id)]))
}

function nameOf(goals: ReadonlyMap<string, string>, id: string): string {
  return (goals.get(storyCard(id)) ?? storyCard(id)).slice(storyCard('').length)
}

/** The name that the cluster of an article goes by now. */
export async function clusterNow(cards: Cards, id: string): Promise<string> {
  return (await follow(cards, [id], new Map())).get(id) ?? id
}

/**
 * Where moves lead, all of them together, a step at a time.
 *
 * @param known cards that have been read; more are added
 */
async function follow(cards: Cards, ids: Iterable<string>, known: Map<string, Card>): Promise<Map<string, string>> {
  const starts = [...new Set(ids)]
  let ahead = starts
  for (let step = 0; ahead.length > 0 && step < movesMax; step += 1) {
    await load(cards, ahead, known)
    ahead = ahead.flatMap((id) => known.get(id)?.movedTo ?? []).filter((id) => !known.has(id))
  }
  return new Map(starts.map((id) => [id, goalOf(id, known)]))
}

/** Writers that move two into each other at one moment make a ring; its smallest name is that of all. */
function goalOf(start: string, known: ReadonlyMap<string, Card>): string {
  const passed = new Set<string>()
  let id = start
  for (;;) {
    if (passed.has(id)) return [...ringFrom(id, known)].toSorted()[0] ?? id
    passed.add(id)
    const next = known.get(id)?.movedTo
    if (next === undefined) return id
    id = next
  }
}

function ringFrom(start: string, known: ReadonlyMap<string, Card>): Set<string> {
  const ring = new Set<string>()
  for (let id: string | undefined = start; id !== undefined && !ring.has(id); id = known.get(id)?.movedTo) ring.add(id)
  return ring
}

async function load(cards: Cards, ids: readonly string[], known: Map<string, Card>): Promise<void> {
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length === 0) return
  for (const [id, card] of await cards.read(missing)) known.set(id, card)
}

/** What was decided of an article, in view of the clusters that have moved since. */
export function relationNow(id: string, decided: Relation, root: string): Relation {
  if (root === (decided.duplicateOf ?? id)) return decided
  return { ...decided, kind: decided.kind === 'original' ? 'duplicate' : decided.kind, duplicateOf: root }
}

/** The fields of a stored article that tell where it stands. */
export function standingFields(id: string, { root, told, story }: Standing) {
  return {
    root,
    told,
    story,
    original: root === id,
    rootKey: shortKey(root),
    // An article without a story is an event of its own, with its copies.
    eventKey: shortKey(story === null ? root : storyCard(story)),
  }
}
