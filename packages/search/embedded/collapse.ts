import type { DatabaseSync } from 'node:sqlite'
import type { SearchRequest } from '../article-index.ts'
import { rowsOfClusters } from './cluster-rows.ts'

/** What a list of rows must know of each. */
export type RowFacts = {
  readonly rid: number
  readonly arrival: number
  readonly sortAt: number
  /** What of rows only one is shown: the row itself, its cluster of copies, or its story. */
  readonly group: string
}

const groups: Readonly<Record<SearchRequest['collapse'], string>> = {
  none: 'a.id',
  copies: 'a.root_id',
  stories: `coalesce((SELECT 's:' || m.story_id FROM story_members m WHERE m.article_id = a.root_id), a.root_id)`,
}

/** The facts of these rows, in any order; those that are no longer there are left out. */
export function rowFacts(
  database: DatabaseSync,
  rids: readonly number[],
  collapse: SearchRequest['collapse'],
): Map<number, RowFacts> {
  const sql = `SELECT a.rid, a.arrival, a.sort_at AS sortAt, ${groups[collapse]} AS "group"
    FROM json_each(?) r CROSS JOIN articles a ON a.rid = r.value`
  const rows = database.prepare(sql).all(JSON.stringify(rids))
  return new Map(
    rows.map((row) => [
      Number(row['rid']),
      {
        rid: Number(row['rid']),
        arrival: Number(row['arrival']),
        sortAt: Number(row['sortAt']),
        group: String(row['group']),
      },
    ]),
  )
}

/** Of each group the first. */
export function firstOfEach(rows: readonly RowFacts[]): RowFacts[] {
  const seen = new Set<string>()
  return rows.filter(({ group }) => {
    if (seen.has(group)) return false
    seen.add(group)
    return true
  })
}

/** Newer rows of the same group as each of these. */
export function newerOfGroup(
  database: DatabaseSync,
  { rid, group }: RowFacts,
  collapse: SearchRequest['collapse'],
): number[] {
  if (collapse === 'none') return []
  const members = group.startsWith('s:')
    ? 'SELECT article_id FROM story_members WHERE story_id = substr(:group, 3)'
    : 'SELECT :group'
  const sql = `SELECT rid FROM (${rowsOfClusters(members)}) WHERE rid > :rid ORDER BY rid DESC LIMIT ${membersMax}`
  return database
    .prepare(sql)
    .all({ group, rid })
    .map((row) => Number(row['rid']))
}

/** Of a larger group the newest are looked at. */
const membersMax = 500
