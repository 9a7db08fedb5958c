import { sketchMax } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'

/** How much two texts have in common, 0 to 1 each. */
export type Overlap = {
  /** Shingles of both over shingles of either. */
  readonly resemblance: number
  /** Shingles of both over shingles of the one with fewer. */
  readonly containment: number
  /** The mean of the two: a copy of half a text counts less than one of all of it, and more than its resemblance. */
  readonly score: number
}

type Sketched = Pick<Fingerprint, 'sketch' | 'shingles'>

/**
 * Estimates how much two texts have in common from the lowest hashes of their union; exact where both sketches are
 * whole. Source: E. Cohen, H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007.
 */
export function overlap(one: Sketched, other: Sketched): Overlap {
  const { common, seen } = merge(one, other)
  const resemblance = seen === 0 ? 0 : common / seen
  const shared = (resemblance / (1 + resemblance)) * (one.shingles + other.shingles)
  const containment = Math.min(1, shared / Math.max(1, Math.min(one.shingles, other.shingles)))
  return { resemblance, containment, score: (resemblance + containment) / 2 }
}

/** Walks the lowest hashes of the union as far as both sketches know it. */
function merge(one: Sketched, other: Sketched): { common: number; seen: number } {
  const isWhole = one.shingles <= one.sketch.length && other.shingles <= other.sketch.length
  const seenMax = isWhole ? Number.POSITIVE_INFINITY : sketchMax
  let common = 0
  let seen = 0
  for (let a = 0, b = 0; seen < seenMax; seen += 1) {
    const left = one.sketch[a] ?? Number.POSITIVE_INFINITY
    const right = other.sketch[b] ?? Number.POSITIVE_INFINITY
    if (left === right && left === Number.POSITIVE_INFINITY) break
    // Beyond the end of a sketch that is not whole nobody knows what the text holds.
    if (left === Number.POSITIVE_INFINITY && one.shingles > one.sketch.length) break
    if (right === Number.POSITIVE_INFINITY && other.shingles > other.sketch.length) break
    if (left === right) common += 1
    if (left <= right) a += 1
    if (right <= left) b += 1
  }
  return { common, seen }
}
