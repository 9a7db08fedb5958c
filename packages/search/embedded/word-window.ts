/** Words that stand within so many of each other stand in one place. */
const windowWords = 30

/** Finds the place of an article where the heaviest of the terms stand together, each counted once. */
export class WordWindow {
  readonly #weights: readonly number[]
  readonly #counts: Int32Array
  #hits: { readonly at: number; readonly place: number }[] = []
  #from = 0
  #weight = 0
  #best = 0

  /** @param weights of the terms, by their place in the query */
  constructor(weights: readonly number[]) {
    this.#weights = weights
    this.#counts = new Int32Array(weights.length)
  }

  /** The weight of the terms of the best place. */
  get best(): number {
    return this.#best
  }

  beginArticle(): void {
    this.beginPart()
    this.#best = 0
  }

  /** What stood before is in another place. */
  beginPart(): void {
    this.#hits = []
    this.#counts.fill(0)
    this.#from = 0
    this.#weight = 0
  }

  /** @param at where the term of this place in the query stands, in words; never before the last one */
  add(at: number, place: number): void {
    this.#hits.push({ at, place })
    if (this.#change(place, 1) === 1) this.#weight += this.#weights[place] ?? 0
    for (;;) {
      const first = this.#hits[this.#from]
      if (first === undefined || at - first.at <= windowWords) break
      if (this.#change(first.place, -1) === 0) this.#weight -= this.#weights[first.place] ?? 0
      this.#from += 1
    }
    this.#best = Math.max(this.#best, this.#weight)
  }

  #change(place: number, by: number): number {
    return (this.#counts[place] = (this.#counts[place] ?? 0) + by)
  }
}
