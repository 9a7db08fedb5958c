import { storyRule as rule } from './story-rule.ts'
import type { StoryVector } from './story-vector.ts'

/** An article of a shelf. */
export type StoryMember = { readonly id: string; readonly atMs: number; readonly vector: StoryVector }

/** A story is known by its heaviest words; it is pruned to them when it has twice as many. */
const termsKept = 60

/** Articles on one event: its members, and the sum of their words. */
export class Story {
  readonly id: string
  /** Stories that began earlier have a smaller number. */
  readonly order: number
  readonly sum = new Map<number, number>()
  #members: StoryMember[] = []
  #lastMs = 0
  #norm = 1

  constructor(id: string, order: number) {
    this.id = id
    this.order = order
  }

  /** In the order of their coming. */
  get members(): readonly StoryMember[] {
    return this.#members
  }

  /** When its latest article was published. */
  get lastMs(): number {
    return this.#lastMs
  }

  /** The length of the sum. */
  get norm(): number {
    return this.#norm
  }

  add(member: StoryMember): void {
    this.#members.push(member)
    this.#lastMs = Math.max(this.#lastMs, member.atMs)
    const { terms, weights } = member.vector
    for (let at = 0; at < terms.length; at += 1) this.#raise(terms[at] ?? 0, weights[at] ?? 0)
    this.#settle()
  }

  /** Takes in another story. */
  absorb(other: Story): void {
    this.#members = [...this.#members, ...other.members].toSorted((one, two) => one.atMs - two.atMs)
    this.#lastMs = Math.max(this.#lastMs, other.lastMs)
    for (const [term, weight] of other.sum) this.#raise(term, weight)
    this.#settle()
  }

  /** Lets go of articles, but not of their words: what it was about it still is. */
  forget(isGone: (member: StoryMember) => boolean): StoryMember[] {
    const gone = this.#members.filter(isGone)
    if (gone.length > 0) this.#members = this.#members.filter((member) => !isGone(member))
    return gone
  }

  /** Cosine of the sums of two stories, 0 to 1. */
  likeness(other: Story): number {
    const [small, large] = this.sum.size < other.sum.size ? [this.sum, other.sum] : [other.sum, this.sum]
    let dot = 0
    for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0)
    return dot / (this.norm * other.norm)
  }

  /** How like an article its nearest members are, 0 to 1. */
  nearness({ terms, weights }: StoryVector): number {
    const own = new Map<number, number>()
    for (let at = 0; at < terms.length; at += 1) own.set(terms[at] ?? 0, weights[at] ?? 0)
    const dots = this.#members.slice(-rule.latest).map(({ vector }) => dotWith(own, vector))
    const nearest = dots.toSorted((one, other) => other - one).slice(0, rule.nearest)
    return nearest.reduce((sum, dot) => sum + dot, 0) / Math.max(1, nearest.length)
  }

  #raise(term: number, weight: number): void {
    this.sum.set(term, (this.sum.get(term) ?? 0) + weight)
  }

  #settle(): void {
    if (this.sum.size > 2 * termsKept) {
      const light = [...this.sum].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]).slice(termsKept)
      for (const [term] of light) this.sum.delete(term)
    }
    let square = 0
    for (const weight of this.sum.values()) square += weight * weight
    this.#norm = Math.sqrt(square) || 1
  }
}

function dotWith(own: ReadonlyMap<number, number>, { terms, weights }: StoryVector): number {
  let dot = 0
  for (let at = 0; at < terms.length; at += 1) {
    const weight = own.get(terms[at] ?? 0)
    if (weight !== undefined) dot += weight * (weights[at] ?? 0)
  }
  return dot
}
