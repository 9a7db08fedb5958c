import type { Story } from './story.ts'
import type { StoryVector } from './story-vector.ts'
import type { WordRarity } from './word-rarity.ts'

/** A word of so many stories finds none by itself, unless it is rare all the same. */
const storiesPerTermMax = 400
const commonRarityMax = 2.5

/** A story and its likeness to something, 0 to 1. */
export type NearStory = { readonly story: Story; readonly whole: number }

/** Finds the stories that share words with an article or a story. */
export class StoryFinder {
  readonly #byTerm = new Map<number, Set<Story>>()
  readonly #indexed = new Map<Story, Iterable<number>>()
  readonly #rarity: WordRarity

  constructor(rarity: WordRarity) {
    this.#rarity = rarity
  }

  /** Learns by which words a story is known now. */
  learn(story: Story): void {
    for (const term of this.#indexed.get(story) ?? []) {
      if (!story.sum.has(term)) this.#byTerm.get(term)?.delete(story)
    }
    for (const term of story.sum.keys()) {
      const stories = this.#byTerm.get(term)
      if (stories === undefined) this.#byTerm.set(term, new Set([story]))
      else stories.add(story)
    }
    this.#indexed.set(story, [...story.sum.keys()])
  }

  forget(story: Story): void {
    for (const term of this.#indexed.get(story) ?? []) {
      const stories = this.#byTerm.get(term)
      stories?.delete(story)
      if (stories?.size === 0) this.#byTerm.delete(term)
    }
    this.#indexed.delete(story)
  }

  /** The stories nearest to an article, by the cosine of their sums with it; the nearest first. */
  nearest({ terms, weights }: StoryVector, limit: number): NearStory[] {
    const dots = new Map<Story, number>()
    for (let at = 0; at < terms.length; at += 1) this.#addDots(dots, terms[at] ?? 0, weights[at] ?? 0)
    return ranked(dots, limit)
  }

  /** The stories nearest to another one. */
  around(story: Story, limit: number): NearStory[] {
    const dots = new Map<Story, number>()
    for (const [term, weight] of story.sum) this.#addDots(dots, term, weight / story.norm)
    dots.delete(story)
    return ranked(dots, limit)
  }

  #addDots(dots: Map<Story, number>, term: number, weight: number): void {
    const stories = this.#byTerm.get(term)
    if (stories === undefined) return
    if (stories.size > storiesPerTermMax && this.#rarity.of(term) < commonRarityMax) return
    for (const story of stories) dots.set(story, (dots.get(story) ?? 0) + weight * (story.sum.get(term) ?? 0))
  }
}

function ranked(dots: ReadonlyMap<Story, number>, limit: number): NearStory[] {
  return [...dots]
    .map(([story, dot]) => ({ story, whole: dot / story.norm }))
    .toSorted((one, other) => other.whole - one.whole || one.story.order - other.story.order)
    .slice(0, limit)
}
