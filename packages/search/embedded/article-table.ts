import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Article, Relation } from '@rafid/contracts'
import { ClusterMoves } from './cluster-moves.ts'
import { PlacesInTime } from './place-in-time.ts'
import { languageOf, shelfFor, sharedShelf, tableOf } from './shelves.ts'
import { articleOfRow, packArticle } from './stored-article.ts'
import { textEntry, type TextEntry } from './text-entry.ts'

type Known = { readonly rid: number; readonly arrival: number; readonly shelf: string; readonly sortAt: number }

/** Writes articles and their text; every method within a transaction. */
export class ArticleTable {
  readonly #database: DatabaseSync
  readonly #statements: ReturnType<typeof prepare>
  readonly #places: PlacesInTime
  readonly #moves: ClusterMoves
  readonly #shelves = new Map<string | null, string>()
  readonly #texts = new Map<string, { readonly add: StatementSync; readonly forget: StatementSync }>()

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#statements = prepare(database)
    this.#places = new PlacesInTime(database)
    this.#moves = new ClusterMoves(database)
  }

  /** What was remembered of the file may not be so: a transaction failed. */
  forgetState(): void {
    this.#shelves.clear()
    this.#texts.clear()
  }

  put(article: Article, decided: Relation): 'added' | 'replaced' | 'stale' {
    const fetchedAt = Date.parse(article.fetchedAt)
    const before = this.#statements.known.get(article.id)
    if (before !== undefined && Number(before['fetchedAt']) >= fetchedAt) return 'stale'
    const known = before === undefined ? null : knownOf(before)
    const sortAt = sortAtOf(article, fetchedAt)
    const stays = known !== null && known.sortAt === sortAt
    if (known !== null) this.#remove(known)
    const relation = this.#moves.relationNow(article.id, decided)
    const shelf = this.#shelfOf(article.lang)
    const rid = stays ? known.rid : this.#places.free(sortAt)
    const entry = textEntry(article, languageOf(shelf))
    const arrival = known?.arrival ?? this.#arrive()
    const tags = JSON.stringify(article.keywords)
    const root = relation.duplicateOf ?? article.id
    const { id, lang } = article
    const source = article.source.name
    const relationJson = JSON.stringify(relation)
    // By place: to bind by name takes longer than to insert.
    const row = [rid, id, arrival, lang, shelf, source, tags, sortAt, fetchedAt, root, relationJson]
    this.#statements.addArticle.run(...row)
    const { head, texts } = packArticle(article)
    this.#statements.addData.run(rid, texts, head)
    this.#statements.addTerms.run(rid, entry.terms)
    this.#addText(shelf, rid, entry)
    return known === null ? 'added' : 'replaced'
  }

  /** @returns how many of these rows there were */
  forget(rids: readonly number[]): number {
    let forgotten = 0
    for (const rid of rids) {
      const row = this.#statements.knownByRid.get(rid)
      if (row === undefined) continue
      this.#remove(knownOf(row))
      forgotten += 1
    }
    return forgotten
  }

  /**
   * Makes the text of a row anew from its article, as the analysis of this release has it.
   *
   * @returns whether there was such a row
   */
  analyseAgain(rid: number): boolean {
    const row = this.#statements.stored.get(rid)
    if (row === undefined) return false
    const article = articleOfRow(row)
    const shelf = this.#shelfOf(article.lang)
    const entry = textEntry(article, languageOf(shelf))
    this.#removeText(rid, String(row['shelf']))
    this.#statements.moveShelf.run(shelf, rid)
    this.#statements.changeTerms.run(entry.terms, rid)
    if (row['head'] === null) this.#packAgain(rid, article)
    this.#addText(shelf, rid, entry)
    return true
  }

  /** An article that an older release wrote. */
  #packAgain(rid: number, article: Article): void {
    const { head, texts } = packArticle(article)
    this.#statements.changeData.run(texts, head, rid)
  }

  /** The number of an article that arrives. */
  #arrive(): number {
    this.#statements.arrive.run()
    return Number(this.#statements.arrived.get()?.['value'])
  }

  #shelfOf(lang: string | null): string {
    const known = this.#shelves.get(lang)
    if (known !== undefined) return known
    const shelf = shelfFor(this.#database, lang)
    if (shelf !== sharedShelf || lang === null) this.#shelves.set(lang, shelf)
    return shelf
  }

  #addText(shelf: string, rid: number, entry: TextEntry): void {
    const { title, body, keywords, forms, source, author, tag, wordCount } = entry
    this.#text(shelf).add.run(rid, title, body, keywords, forms, source, author, tag)
    this.#statements.count.run(1, wordCount, shelf)
  }

  #remove({ rid, shelf }: Known): void {
    this.#removeText(rid, shelf)
    this.#statements.removeData.run(rid)
    this.#statements.removeTerms.run(rid)
    this.#statements.removeArticle.run(rid)
  }

  /** Before the words of the row are forgotten: the shelf must know how many there were. */
  #removeText(rid: number, shelf: string): void {
    const wordCount = Number(this.#statements.wordCount.get(rid)?.['count'] ?? 0)
    this.#text(shelf).forget.run(rid)
    this.#statements.count.run(-1, -wordCount, shelf)
  }

  #text(shelf: string): { readonly add: StatementSync; readonly forget: StatementSync } {
    const known = this.#texts.get(shelf)
    if (known !== undefined) return known
    const table = tableOf(shelf)
    const statements = {
      add: this.#database.prepare(
        `INSERT INTO ${table} (rowid, title, body, keywords, forms, source, author, tag) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      forget: this.#database.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
    }
    this.#texts.set(shelf, statements)
    return statements
  }
}

function prepare(database: DatabaseSync) {
  const known = 'SELECT rid, arrival, shelf, sort_at AS sortAt, fetched_at AS fetchedAt FROM articles'
  return {
    known: database.prepare(`${known} WHERE id = ?`),
    knownByRid: database.prepare(`${known} WHERE rid = ?`),
    // In two steps: RETURNING takes longer than an article's words.
    arrive: database.prepare(`UPDATE facts SET value = value + 1 WHERE name = 'arrivals'`),
    arrived: database.prepare(`SELECT value FROM facts WHERE name = 'arrivals'`),
    addArticle: database.prepare(
      `INSERT INTO articles (rid, id, arrival, lang, shelf, source, tags, sort_at, fetched_at, root_id, relation)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addData: database.prepare('INSERT INTO article_data (rid, article, head) VALUES (?, ?, ?)'),
    addTerms: database.prepare('INSERT INTO article_terms (rid, terms) VALUES (?, ?)'),
    stored: database.prepare(
      'SELECT a.shelf, d.head, d.article FROM articles a JOIN article_data d ON d.rid = a.rid WHERE a.rid = ?',
    ),
    moveShelf: database.prepare('UPDATE articles SET shelf = ? WHERE rid = ?'),
    changeData: database.prepare('UPDATE article_data SET article = ?, head = ? WHERE rid = ?'),
    changeTerms: database.prepare('UPDATE article_terms SET terms = ? WHERE rid = ?'),
    removeArticle: database.prepare('DELETE FROM articles WHERE rid = ?'),
    removeTerms: database.prepare('DELETE FROM article_terms WHERE rid = ?'),
    removeData: database.prepare('DELETE FROM article_data WHERE rid = ?'),
    wordCount: database.prepare('SELECT length(terms) / 4 - 2 AS count FROM article_terms WHERE rid = ?'),
    count: database.prepare('UPDATE shelves SET articles = articles + ?, words = words + ? WHERE name = ?'),
  }
}

function knownOf(row: Record<string, unknown>): Known {
  return {
    rid: Number(row['rid']),
    arrival: Number(row['arrival']),
    shelf: String(row['shelf']),
    sortAt: Number(row['sortAt']),
  }
}

/** Publishers date articles in the future; an article is never newer than its fetch. */
function sortAtOf(article: Article, fetchedAt: number): number {
  return article.publishedAt === null ? fetchedAt : Math.min(Date.parse(article.publishedAt), fetchedAt)
}
