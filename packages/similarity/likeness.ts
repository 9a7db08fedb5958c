import type { Fingerprint } from './fingerprint.ts'
import { lightBelow } from './telling-words.ts'

/** The telling words that the beginnings of two texts have in common, over those of the one with more of them, 0 to 1. */
export function likeness(one: Pick<Fingerprint, 'head'>, other: Pick<Fingerprint, 'head'>): number {
  const [left, right] = [tellingSet(one.head), tellingSet(other.head)]
  const common = [...left].filter((word) => right.has(word)).length
  return common / Math.max(1, left.size, right.size)
}

function tellingSet(head: Uint16Array): Set<number> {
  return new Set(head.filter((word) => word >= lightBelow))
}
