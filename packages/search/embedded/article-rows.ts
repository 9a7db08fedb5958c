import type { DatabaseSync } from 'node:sqlite'
import type { IndexedArticle, ListedArticle } from '../article-index.ts'
import { copiesOfRow } from './cluster-rows.ts'
import { decodeTerms } from './term-codes.ts'
import { headColumns, indexedArticle, listedArticle, storedColumns, textsOfRow } from './stored-article.ts'

/** No page is longer. */
export const pageMax = 100

/** A row of the list of articles, and what stands in it. */
export type ListedRow = { readonly rid: number; readonly article: ListedArticle }

/**
 * Reads articles as lists show them.
 *
 * @param clauses conditions on `a` with what follows them, in the words of this house alone
 */
export function listedRows(
  database: DatabaseSync,
  clauses: string,
  parameters: Record<string, string | number>,
): ListedRow[] {
  const sql = `SELECT a.rid, ${headColumns}, ${copiesOfRow} AS copies
    FROM articles a JOIN article_data d ON d.rid = a.rid ${clauses}`
  return database
    .prepare(sql)
    .all(parameters)
    .map((row) => ({ rid: Number(row['rid']), article: listedArticle(row) }))
}

/** The words of the texts of these rows, as numbers. */
export function bodyCodesAt(database: DatabaseSync, rids: readonly number[]): Map<number, Uint32Array> {
  const sql = 'SELECT rid, terms FROM article_terms WHERE rid IN (SELECT value FROM json_each(?))'
  const rows = database.prepare(sql).all(JSON.stringify(rids))
  return new Map(
    rows.flatMap(({ rid, terms }) => (terms instanceof Uint8Array ? [[Number(rid), decodeTerms(terms).body]] : [])),
  )
}

/** The texts of the articles of these rows. */
export function textsAt(database: DatabaseSync, rids: readonly number[]): Map<number, string> {
  const sql = 'SELECT rid, head, article FROM article_data WHERE rid IN (SELECT value FROM json_each(?))'
  const rows = database.prepare(sql).all(JSON.stringify(rids))
  return new Map(rows.map((row) => [Number(row['rid']), textsOfRow(row).text]))
}

/** The articles of these rows, in this order; those that are no longer there are left out. */
export function articlesAt(database: DatabaseSync, rids: readonly number[]): ListedArticle[] {
  return rowsAt(database, rids).map(({ article }) => article)
}

export function rowsAt(database: DatabaseSync, rids: readonly number[]): ListedRow[] {
  const found = listedRows(database, 'WHERE a.rid IN (SELECT value FROM json_each(:rids))', {
    rids: JSON.stringify(rids),
  })
  const byRid = new Map(found.map((row) => [row.rid, row]))
  return rids.map((rid) => byRid.get(rid)).filter((row) => row !== undefined)
}

export function articleById(database: DatabaseSync, id: string): IndexedArticle | null {
  const sql = `SELECT ${storedColumns} FROM articles a JOIN article_data d ON d.rid = a.rid WHERE a.id = ?`
  const row = database.prepare(sql).get(id)
  return row === undefined ? null : indexedArticle(row)
}

export function clampLimit(limit: number): number {
  return Math.min(Math.max(1, Math.trunc(limit) || 1), pageMax)
}
