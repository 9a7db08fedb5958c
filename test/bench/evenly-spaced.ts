/**
 * At most `countMax` items, at equal distances from the first to the last, in their order: of a list sorted by size a
 * sample in which every size has its share.
 */
export function evenlySpaced<Item>(items: readonly Item[], countMax: number): Item[] {
  if (items.length <= countMax) return [...items]
  const step = items.length / countMax
  return Array.from({ length: countMax }, (_, index) => Math.floor((index + 0.5) * step)).flatMap((at) =>
    items.slice(at, at + 1),
  )
}
