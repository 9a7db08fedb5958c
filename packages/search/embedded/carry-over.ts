import type { DatabaseSync } from 'node:sqlite'
import { article as articleSchema, relation as relationSchema } from '@rafid/contracts'
import type { ArticleTable } from './article-table.ts'

/** So many articles are brought over in one transaction: others may write in between. */
const articlesAtOnce = 20

/**
 * Within a transaction: brings some articles of a file of an older release over to the tables of this one, the newest
 * first. What has arrived anew meanwhile stays.
 *
 * @returns whether none are left
 */
export function carryOver(database: DatabaseSync, table: ArticleTable): boolean {
  if (!isLeftOver(database)) return true
  const rows = database
    .prepare(`SELECT rid, article FROM articles_before ORDER BY sort_at DESC, rid DESC LIMIT ${articlesAtOnce}`)
    .all()
  const forget = database.prepare('DELETE FROM articles_before WHERE rid = ?')
  for (const row of rows) {
    const stored: unknown = JSON.parse(String(row['article']))
    const relation = relationSchema.parse((stored as { relation: unknown }).relation)
    table.put(articleSchema.parse(stored), relation)
    forget.run(Number(row['rid']))
  }
  if (rows.length > 0) return false
  database.exec('DROP TABLE articles_before')
  return true
}

function isLeftOver(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'articles_before'`).get() !== undefined
}
