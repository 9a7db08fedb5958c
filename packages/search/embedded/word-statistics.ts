import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { shelvesOf, vocabularyOf, type Shelf } from './shelves.ts'

/** A shelf's figures are asked for again after so many changes of it, as a share of its articles. */
const staleShare = 0.02
/** How many words are remembered. */
const rememberedMax = 50_000

type Remembered = { readonly count: number; readonly ofArticles: number }

/** How many articles have a word. Remembered as long as the shelf has hardly grown: common words take long to count. */
export class WordStatistics {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #counts = new Map<string, Remembered>()

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
    if (known !== undefined && Math.abs(shelf.articles - known.ofArticles) <= staleShare * known.ofArticles)
      return known.count
    const count = Number(this.#statement(shelf.name).get(term)?.['doc'] ?? 0)
    if (this.#counts.size >= rememberedMax) this.#counts.clear()
    this.#counts.set(key, { count, ofArticles: shelf.articles })
    return count
  }

  /** The words of a shelf that begin so, in their order, and how many articles have each. */
  termsFrom(shelf: Shelf, beginning: string, limit: number): { readonly term: string; readonly articles: number }[] {
    const sql = `SELECT term, doc FROM ${vocabularyOf(shelf.name)} WHERE term >= ? AND term < ? LIMIT ?`
    const rows = this.#database.prepare(sql).all(beginning, `${beginning}\u{10ffff}`, limit)
    return rows.map((row) => ({ term: String(row['term']), articles: Number(row['doc']) }))
  }

  #statement(shelf: string): StatementSync {
    const known = this.#statements.get(shelf)
    if (known !== undefined) return known
    const statement = this.#database.prepare(`SELECT doc FROM ${vocabularyOf(shelf)} WHERE term = ?`)
    this.#statements.set(shelf, statement)
    return statement
  }
}
