import { resemblance } from './sketch.ts'
import type { Sketch } from './sketch.ts'

/** An earlier article that may be a copy. */
export type Candidate = {
  readonly articleId: string
  /** The first article of its cluster; itself when it is an original. */
  readonly rootId: string
  readonly contentHash: string
  readonly signature: Uint32Array
}

/** From this resemblance on, a text counts as a copy. */
export const duplicateFrom = 0.6

/**
 * The earlier article that a text most resembles, if it resembles one enough.
 *
 * @returns the root of that article's cluster and the estimated resemblance, or null for an original
 */
export function relate(
  sketch: Sketch,
  candidates: readonly Candidate[],
): { duplicateOf: string; resemblance: number } | null {
  let best: { duplicateOf: string; resemblance: number } | null = null
  for (const candidate of candidates) {
    const value = candidate.contentHash === sketch.contentHash ? 1 : resemblance(sketch.signature, candidate.signature)
    if (value >= duplicateFrom && value > (best?.resemblance ?? 0)) {
      best = { duplicateOf: candidate.rootId, resemblance: value }
    }
  }
  return best
}
