import type { DatabaseSync } from 'node:sqlite'

/**
 * Each language has a shelf, a text table of its own: how rare a word is means something within a language only, and a
 * language of few articles would be judged by the words of another. Articles of no known language share one.
 */
export type Shelf = { readonly name: string; readonly articles: number; readonly words: number }

/** Holds what has no language, or none that has a shelf. */
export const sharedShelf = 'und'

/** Codes of languages come from outside: there are no more shelves than these. */
const shelvesMax = 100

const languageCode = /^[a-z]{2,3}$/

/** The columns of a text table, and what a hit in each weighs where candidates are chosen. */
const columnWeights = { title: 3, body: 1, keywords: 2, forms: 0.3, source: 0, author: 0, tag: 0 }

/** So many pieces of a text table are merged into one: twice as many as by default, for each merge writes all of them again. */
const segmentsMerged = 8

/** The columns that hold what an article says. */
export const textColumns = '{title body keywords}'
export const formColumns = '{title body keywords forms}'

/** The name of a shelf's text table. */
export function tableOf(shelf: string): string {
  return `text_${shelf}`
}

export function vocabularyOf(shelf: string): string {
  return `vocabulary_${shelf}`
}

/** The language by which what stands on a shelf is analysed. */
export function languageOf(shelf: string): string | null {
  return shelf === sharedShelf ? null : shelf
}

/** All shelves, those with the most articles first. */
export function shelvesOf(database: DatabaseSync): Shelf[] {
  const rows = database.prepare(
    'SELECT name, articles, words FROM shelves WHERE articles > 0 ORDER BY articles DESC, name',
  )
  return rows.all().map((row) => ({
    name: String(row['name']),
    articles: Number(row['articles']),
    words: Number(row['words']),
  }))
}

/** The shelf on which the articles of a language stand. */
export function shelfOf(database: DatabaseSync, lang: string): string {
  return database.prepare('SELECT 1 FROM shelves WHERE name = ?').get(lang) === undefined ? sharedShelf : lang
}

/** Within a transaction: the shelf of a language, made where it is missing. */
export function shelfFor(database: DatabaseSync, lang: string | null): string {
  const name = lang !== null && languageCode.test(lang) ? lang : sharedShelf
  if (database.prepare('SELECT 1 FROM shelves WHERE name = ?').get(name) !== undefined) return name
  const count = Number(database.prepare('SELECT count(*) AS count FROM shelves').get()?.['count'])
  if (name !== sharedShelf && count >= shelvesMax) return shelfFor(database, null)
  makeShelf(database, name)
  return name
}

/** The words come analysed: the tokenizer has nothing left to decide but where they end. */
function makeShelf(database: DatabaseSync, name: string): void {
  const table = tableOf(name)
  database.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5(
      ${Object.keys(columnWeights).join(', ')}, content='', contentless_delete=1, tokenize="ascii tokenchars '_'"
    );
    INSERT INTO ${table}(${table}, rank) VALUES ('rank', 'bm25(${Object.values(columnWeights).join(', ')})');
    CREATE VIRTUAL TABLE IF NOT EXISTS ${vocabularyOf(name)} USING fts5vocab('${table}', 'row');
    INSERT INTO ${table}(${table}, rank) VALUES ('automerge', ${segmentsMerged});
    INSERT INTO shelves VALUES ('${name}', 0, 0) ON CONFLICT DO NOTHING;`)
}
