/** Clusters of articles numbered in their order: a union-find whose parents are always the earlier. */
export class Clusters {
  readonly #parents: number[] = []

  /** A new article, a cluster of its own. */
  add(): number {
    return this.#parents.push(this.#parents.length) - 1
  }

  root(article: number): number {
    let at = article
    while ((this.#parents[at] ?? at) !== at) at = this.#parents[at] ?? at
    return at
  }

  join(one: number, other: number): void {
    const [first, second] = [this.root(one), this.root(other)].toSorted((a, b) => a - b)
    if (first !== undefined && second !== undefined) this.#parents[second] = first
  }
}
