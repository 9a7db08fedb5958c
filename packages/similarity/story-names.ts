/** A story that goes on as another one. */
export type StoryMove = { readonly from: string; readonly to: string }

/** Which stories are one now, and which an operator keeps apart. */
export class StoryNames {
  readonly #aliases = new Map<string, string>()
  readonly #apart = new Map<string, Set<string>>()

  /** The name that a story goes by now. */
  now(id: string): string {
    let name = id
    for (let next = this.#aliases.get(id); next !== undefined; next = this.#aliases.get(next)) name = next
    return name
  }

  /** @param move between names of now, of different stories */
  move({ from, to }: StoryMove): void {
    const others = this.apartFrom(from)
    for (const other of others) this.#apart.get(other)?.delete(from)
    this.#apart.delete(from)
    this.#aliases.set(from, to)
    for (const other of others) this.keepApart(other, to)
  }

  keepApart(one: string, other: string): void {
    const [first, second] = [this.now(one), this.now(other)]
    if (first === second) return
    for (const [from, to] of [
      [first, second],
      [second, first],
    ] as const) {
      const apart = this.#apart.get(from)
      if (apart === undefined) this.#apart.set(from, new Set([to]))
      else apart.add(to)
    }
  }

  areApart(one: string, other: string): boolean {
    return this.#apart.get(one)?.has(other) ?? false
  }

  apartFrom(id: string): string[] {
    return [...(this.#apart.get(this.now(id)) ?? [])]
  }

  /** Lets go of the other names of stories that are gone. */
  forget(isThere: (id: string) => boolean): void {
    for (const from of this.#aliases.keys()) {
      if (!isThere(this.now(from))) this.#aliases.delete(from)
    }
  }
}
