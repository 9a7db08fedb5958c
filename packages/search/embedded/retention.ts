import type { DatabaseSync } from 'node:sqlite'
import type { Retention } from '../article-index.ts'
import { placeOf, stepsShifted } from './place-in-time.ts'

/** Rows of the oldest articles that a rule does not keep, the oldest first. */
export function ridsBeyond(database: DatabaseSync, { since, articlesMax }: Retention, limit: number): number[] {
  const tooOld = since === null ? [] : olderThan(database, since, limit)
  if (tooOld.length >= limit || articlesMax === null) return tooOld
  const excess = articleCount(database) - Math.max(0, Math.trunc(articlesMax))
  if (excess <= tooOld.length) return tooOld
  return ridsOf(database, 'SELECT rid FROM articles ORDER BY rid LIMIT ?', Math.min(limit, excess))
}

function olderThan(database: DatabaseSync, since: Date, limit: number): number[] {
  const end = placeOf(since.getTime()) + stepsShifted(database)
  return ridsOf(
    database,
    'SELECT rid FROM articles WHERE rid <= ? AND sort_at < ? ORDER BY rid LIMIT ?',
    end,
    since.getTime(),
    limit,
  )
}

function articleCount(database: DatabaseSync): number {
  return Number(database.prepare('SELECT count(*) AS count FROM articles').get()?.['count'])
}

function ridsOf(database: DatabaseSync, sql: string, ...parameters: number[]): number[] {
  return database
    .prepare(sql)
    .all(...parameters)
    .map((row) => Number(row['rid']))
}
