import type { DatabaseSync } from 'node:sqlite'
import { both, withinRows } from './compile-query.ts'
import type { Compiled, Parameters } from './compile-query.ts'
import { tableOf } from './shelves.ts'

/** What articles of one shelf must fulfil. */
export type ShelfQuery = { readonly shelf: string; readonly compiled: Compiled }

/** A row, and how well it answers by the index's own measure: the lower the better. */
export type RankedRow = { readonly rid: number; readonly rank: number }

/** The best by the index's own measure; some word must be asked for. */
export function bestRows(database: DatabaseSync, query: ShelfQuery, limit: number): RankedRow[] {
  if (query.compiled.never) return []
  const { sql, parameters } = statement(query, 't.rowid AS rid, t.rank AS rank')
  return readRanked(database, `${sql} ORDER BY rank LIMIT :limit`, { ...parameters, limit })
}

/** The best of the newest: where a word is so common that to weigh all would take long. */
export function bestOfNewest(database: DatabaseSync, query: ShelfQuery, newestMax: number, limit: number): RankedRow[] {
  if (query.compiled.never) return []
  const { sql, parameters } = statement(query, 't.rowid AS rid, t.rank AS rank')
  const best = `SELECT rid, rank FROM (${sql} ORDER BY t.rowid DESC LIMIT :newestMax) ORDER BY rank LIMIT :limit`
  return readRanked(database, best, { ...parameters, newestMax, limit })
}

function readRanked(database: DatabaseSync, sql: string, parameters: Parameters): RankedRow[] {
  return database
    .prepare(sql)
    .all(parameters)
    .map((row) => ({ rid: Number(row['rid']), rank: Number(row['rank']) }))
}

/** The newest before a row; from the newest of all when there is none. */
export function newestRows(
  database: DatabaseSync,
  query: ShelfQuery,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): number[] {
  const { toRid } = query.compiled
  const end = before === null ? toRid : Math.min(before - 1, toRid ?? before - 1)
  return rows(database, { ...query, compiled: { ...query.compiled, toRid: end } }, { order: 'rid DESC', limit })
}

/** How many there are; a count stops at the limit. */
export function countRows(database: DatabaseSync, query: ShelfQuery, limit: number): number {
  if (query.compiled.never) return 0
  const { sql, parameters } = statement(query, '1')
  const row = database.prepare(`SELECT count(*) AS count FROM (${sql} LIMIT :limit)`).get({ ...parameters, limit })
  return Number(row?.['count'])
}

/** Which of these rows fulfil it. */
export function rowsAmong(database: DatabaseSync, query: ShelfQuery, rids: readonly number[]): number[] {
  if (rids.length === 0) return []
  const among = {
    ...both(query.compiled, withinRows(rids)),
    where: [...query.compiled.where, 'a.rid IN (SELECT value FROM json_each(:among))'],
    parameters: { ...query.compiled.parameters, among: JSON.stringify(rids) },
  }
  return rows(database, { ...query, compiled: among }, { order: 'rid DESC', limit: rids.length })
}

function rows(database: DatabaseSync, query: ShelfQuery, list: { readonly order: string; readonly limit: number }) {
  if (query.compiled.never || list.limit <= 0) return []
  const { sql, parameters } = statement(query, 'a.rid AS rid')
  return read(database, `${sql} ORDER BY ${list.order} LIMIT :limit`, { ...parameters, limit: list.limit })
}

/** As one value: ten thousand rows one by one take three times as long. */
function read(database: DatabaseSync, sql: string, parameters: Parameters): number[] {
  const row = database.prepare(`SELECT json_group_array(rid) AS rids FROM (${sql})`).get(parameters)
  return JSON.parse(String(row?.['rids'])) as number[]
}

function statement(query: ShelfQuery, columns: string): { sql: string; parameters: Parameters } {
  const { match, except, where, fromRid, toRid, parameters: given } = query.compiled
  const table = tableOf(query.shelf)
  const parameters: Parameters = { ...given }
  // Only where no more than its number is asked of a row can it stay unread.
  const isTextOnly = match !== null && !where.some((condition) => columnOfRow.test(condition))
  // The plus keeps SQLite from asking the text table anew for each number of a list.
  const conditions = isTextOnly ? where.map((condition) => condition.replaceAll('a.rid', '+t.rowid')) : [...where]
  const bound = (name: string, sql: string, value: string | number | null): void => {
    if (value === null) return
    conditions.push(sql)
    parameters[name] = value
  }
  const rid = match === null ? 'a.rid' : 't.rowid'
  if (match === null) {
    bound('shelf', 'a.shelf = :shelf', query.shelf)
    bound('except', `a.rid NOT IN (SELECT rowid FROM ${table} WHERE ${table} MATCH :except)`, except)
  } else bound('match', `${table} MATCH :match`, except === null ? match : `(${match}) NOT (${except})`)
  bound('fromRid', `${rid} >= :fromRid`, fromRid)
  bound('toRid', `${rid} <= :toRid`, toRid)
  const selected = isTextOnly ? columns.replaceAll('a.rid', 't.rowid') : columns
  return {
    sql: `SELECT ${selected} FROM ${tables(table, match !== null, isTextOnly)} WHERE ${conditions.join(' AND ')}`,
    parameters,
  }
}

const columnOfRow = /\ba\.(?!rid\b)/

function tables(table: string, asksText: boolean, isTextOnly: boolean): string {
  if (!asksText) return 'articles a'
  return isTextOnly ? `${table} t` : `${table} t CROSS JOIN articles a ON a.rid = t.rowid`
}
