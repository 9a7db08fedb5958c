import type { DatabaseSync } from 'node:sqlite'
import type { AskedTerm } from './asked-terms.ts'
import { both, matching, quoted, type Compiled } from './compile-query.ts'
import { bestOfNewest, bestRows, type RankedRow, type ShelfQuery } from './matching-rows.ts'
import { textColumns, type Shelf } from './shelves.ts'

/** So many articles are weighed word by word. */
export const candidatesMax = 200

/** So many articles are weighed to find them, for what it costs grows with their number. */
const weighedMax = 3000

/** On a shelf that is small enough to weigh all of it, terms choose that stand together in no more articles than these. */
const countedMax = 20_000

/** Of what is too much to weigh, the newest. */
const newestMax = 2000

/** What articles must fulfil that hold all terms. */
export function holdingAll(terms: readonly AskedTerm[], filter: Compiled): Compiled {
  if (terms.length === 0) return filter
  return both(matching(terms.map(inText).join(' AND ')), filter)
}

/**
 * The likeliest of the articles that fulfil it, which asks for words.
 *
 * @param matchesMax so many at most are known to fulfil it
 */
export function candidatesOf(database: DatabaseSync, query: ShelfQuery, matchesMax: number): RankedRow[] {
  if (matchesMax > weighedMax) return bestOfNewest(database, query, newestMax, candidatesMax)
  return bestRows(database, query, candidatesMax)
}

/**
 * More words than these are mostly those that a beginning of a letter or two stands for: they say little, and to judge articles
 * by them the index goes through all that have one.
 */
const rankedWordsMax = 48

/** Whether words are asked for, and no more than the index can judge articles by. */
export function asksForFewWords({ match }: Compiled): boolean {
  return match !== null && match.split('"').length <= 2 * rankedWordsMax
}

/** Rows that the index does not judge. */
export function unranked(rids: readonly number[]): RankedRow[] {
  return rids.map((rid) => ({ rid, rank: 0 }))
}

/**
 * The likeliest of the articles that hold any of the terms. On a large shelf the rarest terms choose: an article without
 * any of them has little to say.
 */
export function candidatesOfAny(
  database: DatabaseSync,
  shelf: Shelf,
  terms: readonly AskedTerm[],
  filter: Compiled,
): RankedRow[] {
  const choosing = tellingTerms(terms, shelf.articles <= weighedMax ? countedMax : weighedMax)
  if (choosing.length === 0) return []
  const any = both(matching(choosing.map(inText).join(' OR ')), filter)
  const matchesMax = choosing.reduce((sum, { articles }) => sum + articles, 0)
  return candidatesOf(database, { shelf: shelf.name, compiled: any }, Math.min(matchesMax, shelf.articles))
}

/**
 * The likeliest of all shelves, for most words are found in several.
 *
 * @param candidates of each shelf
 * @returns their rows, of each shelf
 */
export function likeliestOf(candidates: readonly (readonly RankedRow[])[]): number[][] {
  const all = candidates.flatMap((rows, shelf) => rows.map((row) => ({ ...row, shelf })))
  const chosen = candidates.map((): number[] => [])
  for (const { rid, shelf } of all
    .toSorted((one, other) => one.rank - other.rank || other.rid - one.rid)
    .slice(0, candidatesMax)) {
    chosen[shelf]?.push(rid)
  }
  return chosen
}

/** The rarest terms that together stand in no more articles than these; one in any case. */
export function tellingTerms(terms: readonly AskedTerm[], articlesMax: number): AskedTerm[] {
  const chosen: AskedTerm[] = []
  let articles = 0
  for (const term of terms
    .filter((each) => each.articles > 0)
    .toSorted((one, other) => one.articles - other.articles)) {
    if (chosen.length > 0 && articles + term.articles > articlesMax) break
    chosen.push(term)
    articles += term.articles
  }
  return chosen
}

function inText({ stem }: AskedTerm): string {
  return `${textColumns} : ${quoted(stem)}`
}
