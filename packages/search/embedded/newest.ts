import type { DatabaseSync } from 'node:sqlite'
import type { ListedArticle, ListFilter, Page } from '../article-index.ts'
import { clampLimit, listedRows } from './article-rows.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { placeOf } from './place-in-time.ts'
import { shelfOf } from './shelves.ts'

/**
 * The newest articles. A cursor is a place in time: what arrives while somebody pages is shown where it lies ahead of
 * them; nothing comes twice, and nothing is left out that was there at the first page and kept its date.
 *
 * @throws PermanentError `cursor.invalid`
 */
export function newest(database: DatabaseSync, filter: ListFilter): Page<ListedArticle> {
  const where: string[] = []
  const parameters: Record<string, string | number> = {}
  const condition = (name: string, sql: string, value: string | number | undefined): void => {
    if (value === undefined) return
    where.push(sql)
    parameters[name] = value
  }
  condition('before', 'a.rid < :before', filter.cursor === undefined ? undefined : placeIn(filter.cursor))
  condition('lang', 'a.lang = :lang', filter.lang)
  condition('shelf', 'a.shelf = :shelf', filter.lang && shelfOf(database, filter.lang))
  condition('source', 'a.source = :source', filter.source)
  condition('since', 'a.sort_at >= :since', filter.since?.getTime())
  condition('from', 'a.rid >= :from', filter.since && placeOf(filter.since.getTime()))
  if (filter.originalsOnly === true) where.push('a.root_id = a.id')
  const limit = clampLimit(filter.limit)
  const clauses = `${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY a.rid DESC LIMIT :limit`
  const rows = listedRows(database, clauses, { ...parameters, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    articles: rows.slice(0, limit).map(({ article }) => article),
    nextCursor: last ? encodeCursor('newest', last.rid) : null,
  }
}

function placeIn(cursor: string): number {
  const [rid = 0] = decodeCursor('newest', cursor, 1)
  return rid
}
