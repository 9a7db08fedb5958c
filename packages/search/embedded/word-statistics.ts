import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { shelvesOf, vocabularyOf, type Shelf } from './shelves.ts'

/** A shelf's figures are asked for again after so many changes of it, as a share of its articles. */
const staleShare = 0.02
/** Words that fewer articles have are counted anew each time. */
const rememberedFrom = 1000
/** How many words are remembered. */
const rememberedMax = 50_000
/** Lists of fewer words are read anew each time, and so many of the others are remembered. */
const listedFrom = 200
const beginningsMax = 300

/** A word, and how many articles have it. */
export type CountedWord = { readonly term: string; readonly articles: number }

type Remembered = { readonly count: number; readonly ofArticles: number }

/** How many articles have a word. Remembered as long as the shelf has hardly grown: common words take long to count. */
export class WordStatistics {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #counts = new Map<string, Remembered>()
  readonly #beginnings = new Map<string, { readonly words: readonly CountedWord[]; readonly ofArticles: number }>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  shelves(lang: string | null): Shelf[] {
    const shelves = shelvesOf(this.#database)
    return lang === null ? shelves : shelves.filter(({ name }) => name === lang || name === 'und')
  }

  /** @param term as the text table of the shelf has it */
  articlesWith(shelf: Shelf, term: string): number {
    const key = `${shelf.name} ${term}`
    const known = this.#counts.get(key)
    if (known !== undefined && isFresh(shelf, known.ofArticles)) return known.count
    const count = Number(this.#statement(shelf.name).get(term)?.['doc'] ?? 0)
    // Rare words are counted at once, and the first article of a new one must be found.
    if (count < rememberedFrom) return count
    if (this.#counts.size >= rememberedMax) this.#counts.clear()
    this.#counts.set(key, { count, ofArticles: shelf.articles })
    return count
  }

  /** The words of a shelf that begin so, in their order, and how many articles have each. */
  termsFrom(shelf: Shelf, beginning: string, limit: number): readonly CountedWord[] {
    const key = `${shelf.name} ${limit} ${beginning}`
    const known = this.#beginnings.get(key)
    if (known !== undefined && isFresh(shelf, known.ofArticles)) return known.words
    const sql = `SELECT term, doc FROM ${vocabularyOf(shelf.name)} WHERE term >= ? AND term < ? LIMIT ?`
    const rows = this.#database.prepare(sql).all(beginning, `${beginning}\u{10ffff}`, limit)
    const words = rows.map((row) => ({ term: String(row['term']), articles: Number(row['doc']) }))
    // To list the words is to count the articles of each.
    if (words.length >= listedFrom) {
      this.#beginnings.delete(key)
      this.#beginnings.set(key, { words, ofArticles: shelf.articles })
      const [oldest] = this.#beginnings.keys()
      if (this.#beginnings.size > beginningsMax && oldest !== undefined) this.#beginnings.delete(oldest)
    }
    return words
  }

  #statement(shelf: string): StatementSync {
    const known = this.#statements.get(shelf)
    if (known !== undefined) return known
    const statement = this.#database.prepare(`SELECT doc FROM ${vocabularyOf(shelf)} WHERE term = ?`)
    this.#statements.set(shelf, statement)
    return statement
  }
}

function isFresh(shelf: Shelf, ofArticles: number): boolean {
  return Math.abs(shelf.articles - ofArticles) <= staleShare * ofArticles
}
