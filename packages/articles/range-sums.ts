import type { Block, Outline, Range } from './blocks.ts'
import type { DomElement } from './dom.ts'

/** Running totals over the blocks of a page: what any element holds is the difference of two of them. */
export type RangeSums = Float64Array

/**
 * @param count of all blocks of the page
 * @param blocks those that count, each with its index among all
 */
export function rangeSums(count: number, blocks: Block[], valueOf: (block: Block) => number): RangeSums {
  const sums = new Float64Array(count + 1)
  for (const block of blocks) sums[block.index + 1] = valueOf(block)
  for (let at = 1; at <= count; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0)
  return sums
}

export function sumWithin(sums: RangeSums, range: Range | undefined): number {
  return range === undefined ? 0 : (sums[range.to] ?? 0) - (sums[range.from] ?? 0)
}

/** Which blocks, by their index, are inside any of some elements. */
export function indexesWithin({ blocks, ranges }: Outline, elements: Iterable<DomElement>): boolean[] {
  const within = blocks.map(() => false)
  for (const element of elements) {
    const range = ranges.get(element)
    if (range !== undefined) within.fill(true, range.from, range.to)
  }
  return within
}
