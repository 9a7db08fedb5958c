import { feedLimits } from './feed-limits.ts'

/** Not at each entry: a thousand are put in order at once. */
const slack = 2

/**
 * The newest entries that a feed may have, of however many there are: kept in the order of the feed, unless some must go;
 * then the newest first.
 */
export class NewestEntries<T> {
  #kept: { item: T; time: number }[] = []
  #isOrdered = false
  #seen = 0
  readonly #timeOf: (item: T) => number | null

  /** @param timeOf called once for each, and only when there are too many */
  constructor(timeOf: (item: T) => number | null) {
    this.#timeOf = timeOf
  }

  add(item: T): void {
    this.#seen++
    this.#kept.push({ item, time: Number.NaN })
    if (this.#kept.length >= feedLimits.entriesMax * slack) this.#prune()
  }

  /** How many entries had to go. */
  get dropped(): number {
    return Math.max(0, this.#seen - feedLimits.entriesMax)
  }

  take(): T[] {
    if (this.#kept.length > feedLimits.entriesMax || this.#isOrdered) this.#prune()
    return this.#kept.map(({ item }) => item)
  }

  #prune(): void {
    const dated = this.#kept.map((kept) => ({ item: kept.item, time: this.#timeOfKept(kept) }))
    // Sorting is stable: without dates the first stay, which publishers write first.
    this.#kept = dated.toSorted((a, b) => (a.time === b.time ? 0 : b.time - a.time)).slice(0, feedLimits.entriesMax)
    this.#isOrdered = true
  }

  #timeOfKept({ item, time }: { item: T; time: number }): number {
    return Number.isNaN(time) ? (this.#timeOf(item) ?? Number.NEGATIVE_INFINITY) : time
  }
}
