import { combine, quantileMs } from './durations.ts'
import type { DurationCounts } from './durations.ts'
import type { Quantiles, Reading } from './stage-flow.ts'
import type { WatchMemory } from './watch-memory.ts'

/** How long after their publication articles could be found, in milliseconds, and how many there were. */
export type SearchableDelay = Quantiles & { readonly articles: number }

/** The delays of the articles that became searchable between two readings, counted by size. */
export function searchableBetween(before: Reading, after: Reading): DurationCounts {
  const known = new Map(before.processes.map(({ id, searchable }) => [id, searchable ?? []]))
  return after.processes.reduce<DurationCounts>((sum, { id, searchable = [] }) => {
    return combine(sum, combine(searchable, known.get(id) ?? [], -1), 1)
  }, [])
}

/** From publication to search, of the articles of the last hour. */
export function searchableDelay({ minutes, minuteFrom, readings }: WatchMemory): SearchableDelay {
  const now = searchableBetween(minuteFrom, readings.at(-1) ?? minuteFrom)
  return delayOf(minutes.reduce((sum, { searchable = [] }) => combine(sum, searchable, 1), now))
}

/** What counts of delays say. */
export function delayOf(counts: DurationCounts): SearchableDelay {
  const articles = counts.reduce((sum, count) => sum + count, 0)
  return { p50: quantileMs(counts, 0.5), p95: quantileMs(counts, 0.95), p99: quantileMs(counts, 0.99), articles }
}
