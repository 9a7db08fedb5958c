import type { SearchRequest } from '../article-index.ts'
import type { Answer, SearchContext } from './answer.ts'
import { newerOfGroup, rowFacts, type RowFacts } from './collapse.ts'
import { newestRows, rowsAmong } from './matching-rows.ts'

/** Where a list of the newest goes on. */
export type NewestPlace = {
  /** Rows from here on were shown or passed. */
  readonly before: number | null
  /** What arrived after the first page was made is not in the list. */
  readonly arrivedUpTo: number
  /** Rows that were shown elsewhere. */
  readonly except: ReadonlySet<number>
}

/** So many rows are looked at for a page: copies of what was shown take up no place in it. */
const lookedAtMax = 2000
const readAtOnce = 200

/** The articles that answer from a place on, the newest first, of each group the newest; one more than asked for if there is one. */
export function newestMatches(
  context: SearchContext,
  answer: Answer,
  { collapse, limit }: Pick<SearchRequest, 'collapse' | 'limit'>,
  place: NewestPlace,
): RowFacts[] {
  const found: RowFacts[] = []
  let { before } = place
  for (let lookedAt = 0; lookedAt < lookedAtMax && found.length <= limit; lookedAt += readAtOnce) {
    const rids = rowsBefore(context, answer, before)
    const facts = rowFacts(context.database, rids, collapse)
    for (const rid of rids) {
      const row = facts.get(rid)
      if (row !== undefined && isShown(context, { answer, collapse, place }, row)) found.push(row)
      if (found.length > limit) return found
    }
    if (rids.length < readAtOnce) return found
    before = rids.at(-1) ?? null
  }
  return found
}

function rowsBefore({ database, countMax }: SearchContext, answer: Answer, before: number | null): number[] {
  const newest = answer.rows.newest()
  const from = before === null ? 0 : newest.findIndex((rid) => rid < before)
  const rids = from < 0 ? [] : newest.slice(from, from + readAtOnce)
  if (rids.length === readAtOnce || newest.length <= countMax) return rids
  return answer.shelves
    .flatMap(({ query }) => newestRows(database, query, { before, limit: readAtOnce }))
    .toSorted((one, other) => other - one)
    .slice(0, readAtOnce)
}

type List = { readonly answer: Answer; readonly collapse: SearchRequest['collapse']; readonly place: NewestPlace }

/** Whether a row is the one of its group that the list shows. */
function isShown(context: SearchContext, { answer, collapse, place }: List, row: RowFacts): boolean {
  if (row.arrival > place.arrivedUpTo || place.except.has(row.rid)) return false
  const newer = newerOfGroup(context.database, row, collapse)
  if (newer.length === 0) return true
  const facts = rowFacts(context.database, answeringAmong(context, answer, newer), collapse)
  return ![...facts.values()].some(({ arrival }) => arrival <= place.arrivedUpTo)
}

function answeringAmong(
  { database, countMax }: SearchContext,
  { rows, shelves }: Answer,
  rids: readonly number[],
): number[] {
  const all = rows.newest()
  const oldest = all.at(-1) ?? 0
  if (all.length > countMax && rids.some((rid) => rid < oldest)) {
    return shelves.flatMap(({ query }) => rowsAmong(database, query, rids))
  }
  return rids.filter((rid) => isIn(all, rid))
}

/** @param rids the highest first */
function isIn(rids: readonly number[], rid: number): boolean {
  let [from, to] = [0, rids.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rids[middle] ?? 0) > rid) from = middle + 1
    else to = middle
  }
  return rids[from] === rid
}
