import type { DatabaseSync } from 'node:sqlite'
import { analysisVersion } from '@rafid/text'
import type { ArticleTable } from './article-table.ts'

/** So many articles are analysed in one transaction: others may write in between. */
const articlesAtOnce = 20

/** Above every number of a row. */
const top = Number.MAX_SAFE_INTEGER

/**
 * Within a transaction: begins to make all text tables anew, the newest articles first. Articles are found meanwhile, those
 * that were not reached yet by what the tables had of them. Begun again while it is under way, it starts over.
 */
export function beginReindex(database: DatabaseSync): void {
  setFact(database, 'reindex_below', top)
}

/** Within a transaction: begins to make the text tables anew if another analysis made them. */
export function reindexIfOutdated(database: DatabaseSync): void {
  if (!isOutdated(database)) return
  setFact(database, 'analysis', analysisVersion)
  if (database.prepare('SELECT 1 FROM articles LIMIT 1').get() !== undefined) beginReindex(database)
}

/** Whether the text tables were made by another analysis. */
export function isOutdated(database: DatabaseSync): boolean {
  return factOf(database, 'analysis') !== analysisVersion
}

/**
 * Within a transaction: makes the text of some more articles anew. How far it has come stands in the file, so that it goes on
 * after a crash, and several processes that do so share the work.
 *
 * @returns how many articles, 0 when all are done
 */
export function reindexSome(database: DatabaseSync, table: ArticleTable): number {
  const below = factOf(database, 'reindex_below')
  if (below === null) return 0
  const rows = database
    .prepare('SELECT rid FROM articles WHERE rid < ? ORDER BY rid DESC LIMIT ?')
    .all(below, articlesAtOnce)
  const rids = rows.map((row) => Number(row['rid']))
  for (const rid of rids) table.analyseAgain(rid)
  const last = rids.at(-1)
  if (last === undefined) database.prepare(`DELETE FROM facts WHERE name = 'reindex_below'`).run()
  else setFact(database, 'reindex_below', last)
  return rids.length
}

/** How many articles are still to be analysed again. */
export function articlesToReindex(database: DatabaseSync): number {
  const below = factOf(database, 'reindex_below') ?? 0
  return Number(database.prepare('SELECT count(*) AS count FROM articles WHERE rid < ?').get(below)?.['count'])
}

function factOf(database: DatabaseSync, name: string): number | null {
  const value = database.prepare('SELECT value FROM facts WHERE name = ?').get(name)?.['value']
  return value === undefined ? null : Number(value)
}

function setFact(database: DatabaseSync, name: string, value: number): void {
  database
    .prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}
