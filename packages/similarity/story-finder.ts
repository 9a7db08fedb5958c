import type { Story } from './story.ts'
import type { StoryVector } from './story-vector.ts'

/** Stories are found by so many of the heaviest words of an article; all of them tell how like they are. */
const keysMax = 16

/** A word of more stories finds none by itself. */
const storiesPerKeyMax = 200

/** So many of those that share the heaviest words are compared in full. */
const comparedMax = 30

/** A story and its likeness to something, 0 to 1. */
export type NearStory = { readonly story: Story; readonly whole: number }

/** Finds the stories that share words with an article. */
export class StoryFinder {
  readonly #byTerm = new Map<number, Set<Story>>()
  readonly #indexed = new Map<Story, Iterable<number>>()
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
    const found = this.#found(terms, weights)
    return ranked(found, limit, ({ sum, norm }) => {
      let dot = 0
      for (let at = 0; at < terms.length; at += 1) dot += (weights[at] ?? 0) * (sum.get(terms[at] ?? 0) ?? 0)
      return dot / norm
    })
  }

  /** @param terms the heaviest first */
  #found(terms: ArrayLike<number>, weights: ArrayLike<number>): Story[] {
    const dots = new Map<Story, number>()
    for (let at = 0, keys = 0; at < terms.length && keys < keysMax; at += 1) {
      const term = terms[at] ?? 0
      const stories = this.#byTerm.get(term)
      if (stories === undefined || stories.size > storiesPerKeyMax) continue
      keys += 1
      const weight = weights[at] ?? 0
      for (const story of stories) {
        dots.set(story, (dots.get(story) ?? 0) + (weight * (story.sum.get(term) ?? 0)) / story.norm)
      }
    }
    const best = [...dots]
    if (best.length > comparedMax) best.sort((one, other) => other[1] - one[1] || one[0].order - other[0].order)
    return best.slice(0, comparedMax).map(([story]) => story)
  }
}

function ranked(stories: readonly Story[], limit: number, likeness: (story: Story) => number): NearStory[] {
  return stories
    .map((story) => ({ story, whole: likeness(story) }))
    .toSorted((one, other) => other.whole - one.whole || one.story.order - other.story.order)
    .slice(0, limit)
}
