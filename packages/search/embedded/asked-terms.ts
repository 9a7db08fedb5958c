import { formsIn, isAskingWord } from '@rafid/text'
import { languageOf, type Shelf } from './shelves.ts'
import type { WordStatistics } from './word-statistics.ts'

/** A word of a query as one shelf has it. */
export type AskedTerm = {
  readonly stem: string
  readonly code: number
  /** How many articles of the shelf have it. */
  readonly articles: number
  /** How much it tells: little for words that most articles have. */
  readonly weight: number
}

/** What is left of the weight of words that tell nothing: they are in the query for its grammar. */
const askingShare = 0.3

/** Terms of a query beyond these are not looked for. */
const termsMax = 32

/**
 * The words of a query as a shelf has them, in the order of the query, each stem once.
 *
 * @returns null as soon as it is known that fewer than `presentMin` of them stand in an article of the shelf
 */
export function askedTerms(
  words: readonly string[],
  shelf: Shelf,
  statistics: WordStatistics,
  presentMin = 0,
): AskedTerm[] | null {
  const terms = new Map<string, AskedTerm>()
  const forms = words.flatMap((word) => formsIn(word, languageOf(shelf.name)))
  let presentMax = forms.length
  for (const { stem, exact, code } of forms) {
    if (terms.has(stem) || terms.size >= termsMax) continue
    const articles = statistics.articlesWith(shelf, stem)
    if (articles === 0) presentMax -= 1
    if (presentMax < presentMin) return null
    const share = isAskingWord(exact, shelf.name) ? askingShare : 1
    const weight = share * rarity(articles, shelf.articles)
    terms.set(stem, { stem, code, articles, weight })
  }
  return [...terms.values()]
}

/** Inverse document frequency as BM25 has it, never negative. */
function rarity(articles: number, ofAll: number): number {
  const had = Math.min(articles, ofAll)
  return Math.log(1 + (ofAll - had + 0.5) / (had + 0.5))
}
