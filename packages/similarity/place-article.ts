import type { Fingerprint } from './fingerprint.ts'
import { judge, type Comparable, type Judgement } from './judge.ts'
import { overlap } from './overlap.ts'

/** An earlier article that shares some of the lowest hashes of a new one. */
export type Neighbour = Comparable & {
  readonly id: string
  /** The first article of its cluster, with its fingerprint: a cluster must not wander away from it. */
  readonly root: { readonly id: string; readonly fingerprint: Fingerprint }
}

/** Where one anchor of a new article was seen before. */
export type AnchorSighting = {
  readonly anchor: number
  /** The oldest article that has it. */
  readonly oldestAt: Date
  /** Clusters that have it, by their roots. */
  readonly roots: readonly string[]
}

/** What a new article meets in the window. */
export type Encounter = {
  readonly article: Comparable
  readonly neighbours: readonly Neighbour[]
  readonly sightings: readonly AnchorSighting[]
}

/** An earlier article with the same text. */
export type Likeness = { readonly of: Neighbour; readonly judgement: Judgement }

/** Where a new article belongs. */
export type Placement =
  | { readonly kind: 'original' }
  | {
      readonly kind: 'copy'
      /** The neighbours whose text it carries, and why; the one it is most like first. */
      readonly like: readonly [Likeness, ...Likeness[]]
      /** Roots of other clusters that are shown by this article to be one with the neighbour's. */
      readonly joins: readonly string[]
    }

/** The lowest hashes of a sketch by which articles are found. */
export const anchorsMax = 24

/** A text this old is one that returns, in milliseconds; each hour more takes so much from its freshness. */
const freshMs = 30 * 3_600_000
const fadingPerHour = 0.05

/** What a copy must have in common with the root of its cluster. */
const rootScoreMin = 0.25

/** From this score on an article is so much of a cluster that it can join two. */
const joinScoreMin = 0.4
const joinResemblanceMin = 0.3

/** Keys by which articles with a common text find each other. */
export function anchorsOf({ sketch }: Pick<Fingerprint, 'sketch'>): Uint32Array {
  return sketch.subarray(0, anchorsMax)
}

/**
 * Finds the cluster of a new article among its neighbours. Pure: the same encounter gives the same placement.
 *
 * @returns `original` when it carries the text of none of them
 */
export function placeArticle({ article, neighbours, sightings }: Encounter): Placement {
  const accepted = neighbours
    .map((of) => ({ of, judgement: judge(article, of, { freshness: () => freshnessOf(article, of, sightings) }) }))
    .filter(({ of, judgement }) => isCopy(judgement) && fitsRoot(article, of))
    .toSorted((one, other) => rank(other.judgement) - rank(one.judgement))
  const [best, ...others] = accepted
  if (best === undefined) return { kind: 'original' }
  return { kind: 'copy', like: [best, ...others], joins: joined(best.of, others) }
}

function isCopy({ verdict }: Judgement): boolean {
  return verdict !== 'different'
}

function rank({ verdict, overlap: { score } }: Judgement): number {
  return verdict === 'exact' ? 2 : score
}

function fitsRoot({ fingerprint }: Comparable, { id, root }: Neighbour): boolean {
  return (
    id === root.id ||
    fingerprint.contentHash === root.fingerprint.contentHash ||
    overlap(fingerprint, root.fingerprint).score >= rootScoreMin
  )
}

function joined({ root }: Neighbour, others: readonly Likeness[]): string[] {
  const clear = others.filter(({ of, judgement: { verdict, overlap: common } }) => {
    if (of.root.id === root.id || overlap(of.root.fingerprint, root.fingerprint).score < rootScoreMin) return false
    return verdict === 'exact' || (common.score >= joinScoreMin && common.resemblance >= joinResemblanceMin)
  })
  return [...new Set(clear.map(({ of }) => of.root.id))]
}

/**
 * How much of the text that two articles share is news: what stands in other clusters too, or has been known for more
 * than a day, is a form that is filled again and again.
 *
 * @returns 0 to 1
 */
export function freshnessOf(article: Comparable, neighbour: Neighbour, sightings: readonly AnchorSighting[]): number {
  const shared = new Set(neighbour.fingerprint.sketch)
  let fresh = 0
  let count = 0
  for (const { anchor, oldestAt, roots } of sightings) {
    if (!shared.has(anchor)) continue
    const elsewhere = roots.filter((root) => root !== neighbour.root.id).length
    const hoursKnown = (article.at.getTime() - oldestAt.getTime() - freshMs) / 3_600_000
    fresh += Math.min(1, Math.max(0, 1 - fadingPerHour * Math.max(0, hoursKnown))) / (1 + elsewhere)
    count += 1
  }
  return count === 0 ? 1 : fresh / count
}
