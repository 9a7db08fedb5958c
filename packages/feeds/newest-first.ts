import { feedLimits } from './feed-limits.ts'

/**
 * The newest entries that a feed may have, in the order it has them unless some must go: then the newest first.
 *
 * @param dateOf called once for each, and only when there are too many
 */
export function newestFirst<T>(
  items: readonly T[],
  dateOf: (item: T) => Date | null,
): { kept: readonly T[]; dropped: number } {
  const dropped = Math.max(0, items.length - feedLimits.entriesMax)
  if (dropped === 0) return { kept: items, dropped }
  const dated = items.map((item) => ({ item, time: dateOf(item)?.getTime() ?? Number.NEGATIVE_INFINITY }))
  // Sorting is stable: without dates the first stay, which publishers write first.
  const sorted = dated.toSorted((a, b) => (a.time === b.time ? 0 : b.time - a.time))
  return { kept: sorted.slice(0, feedLimits.entriesMax).map(({ item }) => item), dropped }
}
