import type { SearchHit, SearchPage, SearchRequest } from '../article-index.ts'
import { snippet } from '../snippet.ts'
import { answerOf, type Answer, type SearchContext } from './answer.ts'
import { articlesAt, clampLimit } from './article-rows.ts'
import { candidatesOf } from './candidates.ts'
import { firstOfEach, rowFacts, type RowFacts } from './collapse.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { countRows } from './matching-rows.ts'
import { newestMatches, type NewestPlace } from './newest-matches.ts'
import { planQuery } from './query-plan.ts'
import { recencyFactor } from './recency.ts'
import { scoreRows, type ScoredRow } from './score-rows.ts'

/** A count stops here. */
const countMax = 10_000

/** So many of the best are put in order; what answers besides follows, the newest first. */
const rankedMax = 200

type List = { readonly context: SearchContext; readonly request: SearchRequest; readonly answer: Answer }

/**
 * Finds the articles that answer a query. Cursors: what was there at the first page and is unchanged comes once and only
 * once, whatever arrives meanwhile; what arrives is not in the further pages. A cursor by relevance carries the best in their
 * order, so that figures that change with every article do not move them.
 *
 * @throws PermanentError `cursor.invalid`
 */
export function search(context: SearchContext, request: SearchRequest): SearchPage {
  const answer = answerOf(context, request.query)
  const list = { context, request: { ...request, limit: clampLimit(request.limit) }, answer }
  const asksForWords = answer.shelves.some(({ telling }) => telling.length > 0)
  const { rids, nextCursor } = request.order === 'newest' || !asksForWords ? newestPage(list) : rankedPage(list)
  return { articles: hits(context, request, rids), nextCursor, ...total(context, answer) }
}

type RowPage = { readonly rids: readonly number[]; readonly nextCursor: string | null }

function newestPage(list: List): RowPage {
  const { cursor, limit } = list.request
  const [before, arrivedUpTo] =
    cursor === undefined ? [null, arrivals(list.context)] : decodeCursor('by-time', cursor, 2)
  const place: NewestPlace = { before: before ?? null, arrivedUpTo: arrivedUpTo ?? 0, except: new Set() }
  const rows = newestMatches(list.context, list.answer, list.request, place)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rids: shown.map(({ rid }) => rid),
    nextCursor: last ? encodeCursor('by-time', last.rid, place.arrivedUpTo) : null,
  }
}

/** What a cursor by relevance carries: the best in their order, how many of them were shown, and where those besides go on. */
type RankedPlace = {
  readonly arrivedUpTo: number
  readonly before: number | null
  readonly shown: number
  readonly best: readonly number[]
}

function rankedPage(list: List): RowPage {
  const { cursor, limit } = list.request
  const place = cursor === undefined ? firstPlace(list) : readPlace(cursor)
  const rids = place.best.slice(place.shown, place.shown + limit)
  const shown = place.shown + rids.length
  if (shown < place.best.length) return { rids, nextCursor: writePlace({ ...place, shown }) }
  const besides = list.answer.listed === null ? restOf(list, place, limit - rids.length) : []
  const rest = besides.slice(0, limit - rids.length)
  const goesOn = besides.length > rest.length
  const before = rest.at(-1)?.rid ?? place.before
  return {
    rids: [...rids, ...rest.map(({ rid }) => rid)],
    nextCursor: goesOn ? writePlace({ ...place, shown, before }) : null,
  }
}

/** What answers besides the best, the newest first. */
function restOf({ context, request, answer }: List, place: RankedPlace, limit: number): RowFacts[] {
  const { collapse } = request
  const groups = new Set(Array.from(rowFacts(context.database, place.best, collapse).values(), ({ group }) => group))
  const except = new Set(place.best)
  if (place.best.length < rankedMax) return []
  const found: RowFacts[] = []
  let { before } = place
  for (;;) {
    const rows = newestMatches(
      context,
      answer,
      { collapse, limit: limit + rankedMax },
      { before, arrivedUpTo: place.arrivedUpTo, except },
    )
    found.push(...rows.filter(({ group }) => !groups.has(group)))
    if (rows.length === 0 || found.length > limit) return found.slice(0, limit + 1)
    before = rows.at(-1)?.rid ?? null
  }
}

function firstPlace(list: List): RankedPlace {
  return { arrivedUpTo: arrivals(list.context), before: null, shown: 0, best: bestOf(list) }
}

function bestOf({ context, request, answer }: List): number[] {
  const scored = answer.listed ?? scoreAll(context, answer)
  const facts = rowFacts(
    context.database,
    scored.map(({ rid }) => rid),
    request.collapse,
  )
  const ranked = scored
    .flatMap((row) => {
      const fact = facts.get(row.rid)
      return fact === undefined ? [] : [{ ...row, fact, value: row.score * recencyFactor(request.now, fact.sortAt) }]
    })
    .toSorted(
      (one, other) =>
        Number(other.comesFirst) - Number(one.comesFirst) || other.value - one.value || other.rid - one.rid,
    )
  return firstOfEach(ranked.map(({ fact }) => fact))
    .slice(0, rankedMax)
    .map(({ rid }) => rid)
}

function scoreAll({ database }: SearchContext, { shelves }: Answer): ScoredRow[] {
  return shelves.flatMap((each) => {
    const matchesMax = Math.min(each.shelf.articles, ...each.terms.map(({ articles }) => articles))
    return scoreRows(database, each, candidatesOf(database, each.query, matchesMax))
  })
}

function writePlace({ arrivedUpTo, before, shown, best }: RankedPlace): string {
  return encodeCursor('by-relevance', arrivedUpTo, before ?? 0, shown, ...best)
}

function readPlace(cursor: string): RankedPlace {
  const [arrivedUpTo = 0, before = 0, shown = 0, ...best] = decodeCursor('by-relevance', cursor, null)
  return { arrivedUpTo, before: before === 0 ? null : before, shown, best: best.slice(0, rankedMax) }
}

function total({ database }: SearchContext, { shelves, listed, isCapped }: Answer) {
  if (listed !== null) return { total: listed.length, totalIsExact: !isCapped }
  let count = 0
  for (const { query } of shelves) count += countRows(database, query, countMax + 1 - count)
  return { total: Math.min(count, countMax), totalIsExact: count <= countMax }
}

/** Articles are numbered as they arrive. */
function arrivals({ database }: SearchContext): number {
  return Number(database.prepare(`SELECT value FROM facts WHERE name = 'arrivals'`).get()?.['value'])
}

function hits({ database }: SearchContext, { query }: SearchRequest, rids: readonly number[]): SearchHit[] {
  const words = planQuery(query).telling
  return articlesAt(database, rids).map((article) => ({
    ...article,
    snippet: snippet(article.text, { words, lang: article.lang }),
  }))
}
