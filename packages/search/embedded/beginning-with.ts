import { quoted } from './compile-query.ts'
import { formColumns, type Shelf } from './shelves.ts'
import type { WordStatistics } from './word-statistics.ts'

/** So many words that begin so are looked at; where there are more, the commonest of them stand for all. */
const wordsMax = 1000
const commonestMax = 50
/** The text table is told to find all of them as long as they are in no more articles than these together. */
const articlesMax = 20_000

/**
 * An expression for the words of a shelf that begin so. A beginning of a letter or two is that of thousands of words, and all of
 * their articles are too many to go through.
 *
 * @param beginning normalised
 */
export function beginningWith(statistics: WordStatistics, shelf: Shelf, beginning: string): string {
  const words = statistics.termsFrom(shelf, beginning, wordsMax)
  const articles = words.reduce((sum, word) => sum + word.articles, 0)
  if (words.length < wordsMax && articles <= articlesMax) return `${formColumns} : ${quoted(beginning)} *`
  const commonest = words.toSorted((one, other) => other.articles - one.articles).slice(0, commonestMax)
  return `(${commonest.map(({ term }) => `${formColumns} : ${quoted(term)}`).join(' OR ')})`
}
