import { anchorsOf, articleFingerprint, placeArticle } from '@rafid/similarity'
import type { Pair } from './read-pairs.ts'

export type Score = {
  readonly count: number
  readonly precision: number
  readonly recall: number
  readonly right: number
}

/** How many of the pairs are judged as they are labelled, 0 to 1. */
export function scorePairs(pairs: readonly Pair[]): Score {
  const judged = pairs.map((pair) => ({ are: pair.areCopies, found: areFoundCopies(pair) }))
  const count = (are: boolean, found: boolean) =>
    judged.filter((pair) => pair.are === are && pair.found === found).length
  const [hits, misses, mistakes] = [count(true, true), count(true, false), count(false, true)]
  return {
    count: pairs.length,
    precision: hits / Math.max(1, hits + mistakes),
    recall: hits / Math.max(1, hits + misses),
    right: 1 - (misses + mistakes) / Math.max(1, pairs.length),
  }
}

/** As in the window of articles: they must find each other by an anchor or by their whole content, then be judged. */
function areFoundCopies(pair: Pair): boolean {
  const [earlier, later] = [articleFingerprint(pair.earlier), articleFingerprint(pair.later)]
  const anchors = new Set(anchorsOf(earlier))
  const doMeet =
    earlier.contentHash === later.contentHash || [...anchorsOf(later)].some((anchor) => anchors.has(anchor))
  const neighbour = {
    id: 'earlier',
    fingerprint: earlier,
    at: new Date(0),
    root: { id: 'earlier', fingerprint: earlier },
  }
  const article = { fingerprint: later, at: new Date(3_600_000) }
  return doMeet && placeArticle({ article, neighbours: [neighbour], sightings: [] }).kind === 'copy'
}
