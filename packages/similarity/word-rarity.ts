import { isOrdinary } from './ordinary-words.ts'
import { storyRule as rule } from './story-rule.ts'
import type { StoryVector } from './story-vector.ts'

/** How rare words are among the articles of a shelf. Source: K. Spärck Jones, inverse document frequency, 1972, online. */
export class WordRarity {
  readonly #counts = new Map<number, number>()
  #articles = 0

  get articles(): number {
    return this.#articles
  }

  /** @param by 1 for an article that came, -1 for one that goes */
  count({ terms }: StoryVector, by: 1 | -1): void {
    this.#articles += by
    for (const term of terms) {
      const count = (this.#counts.get(term) ?? 0) + by
      if (count > 0) this.#counts.set(term, count)
      else this.#counts.delete(term)
    }
  }

  /**
   * The rarer a word, the more it says. While a shelf is small, ordinary words are told by a list.
   *
   * @param own 1 where the article that is being weighed counts too
   */
  of(term: number, own: 0 | 1 = 0): number {
    const prior = isOrdinary(term) ? rule.priorOrdinary : rule.priorCount
    const count = (this.#counts.get(term) ?? 0) + own + prior
    return Math.log(1 + (this.#articles + own + rule.priorArticles) / count) ** rule.rarityPower
  }
}
