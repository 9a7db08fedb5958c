import type { Query } from '@rafid/query'
import type { SearchPage, SearchRequest } from '../article-index.ts'
import { answerOf, type Answer, type SearchContext } from './answer.ts'
import { clampLimit } from './article-rows.ts'
import { asksForFewWords, candidatesMax, candidatesOf, likeliestOf, unranked } from './candidates.ts'
import { firstOfEach, rowFacts, type RowFacts } from './collapse.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { hitsAt } from './hits.ts'
import { newestMatches, type NewestPlace } from './newest-matches.ts'
import { asksForWords } from './query-plan.ts'
import { recencyFactor } from './recency.ts'
import { scoreRows, type ScoredRow } from './score-rows.ts'

/** So many of the best are put in order; what answers besides follows, the newest first. */
const rankedMax = 200

/**
 * Finds the articles that answer a query. Cursors: what was there at the first page and is unchanged comes once and only
 * once, whatever arrives meanwhile; what arrives is not in the further pages. A cursor by relevance carries the best in their
 * order, so that figures that change with every article do not move them.
 *
 * @throws PermanentError `cursor.invalid`
 */
export function search(context: SearchContext, request: SearchRequest): SearchPage {
  const limit = clampLimit(request.limit)
  const { cursor, query } = request
  const isRanked = request.order === 'relevance' && asksForWords(query)
  const resumed = isRanked && cursor !== undefined ? readRanked(cursor) : null
  if (resumed !== null && resumed.shown + limit < resumed.best.length) {
    return pageOf(context, query, pageOfBest(resumed, limit))
  }
  const list = { context, request: { ...request, limit }, answer: answerOf(context, query) }
  return pageOf(context, query, isRanked ? rankedPage(list, resumed ?? firstPlace(list)) : newestPage(list))
}

type List = { readonly context: SearchContext; readonly request: SearchRequest; readonly answer: Answer }
type Total = Pick<SearchPage, 'total' | 'totalIsExact'>
type RowPage = Total & { readonly rids: readonly number[]; readonly nextCursor: string | null }

function pageOf(context: SearchContext, query: Query, { rids, ...page }: RowPage): SearchPage {
  return { articles: hitsAt(context, query, rids), ...page }
}

function newestPage(list: List): RowPage {
  const { cursor, limit } = list.request
  const start: (number | null)[] =
    cursor === undefined ? [null, arrivals(list.context)] : decodeCursor('by-time', cursor, 2)
  const place: NewestPlace = { before: start[0] ?? null, arrivedUpTo: start[1] ?? 0, except: new Set() }
  const rows = newestMatches(list.context, list.answer, list.request, place)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    ...totalOf(list),
    rids: shown.map(({ rid }) => rid),
    nextCursor: last ? encodeCursor('by-time', last.rid, place.arrivedUpTo) : null,
  }
}

/** Where a list by relevance is: the best in their order, how many of them were shown, and where those besides go on. */
type RankedPlace = Total & {
  readonly arrivedUpTo: number
  readonly before: number | null
  readonly shown: number
  readonly best: readonly number[]
}

function rankedPage(list: List, place: RankedPlace): RowPage {
  const { limit } = list.request
  const page = pageOfBest(place, limit)
  if (page.nextCursor !== null) return page
  const besides = restOf(list, place, limit - page.rids.length)
  const rest = besides.slice(0, limit - page.rids.length)
  const before = rest.at(-1)?.rid ?? place.before
  return {
    ...page,
    rids: [...page.rids, ...rest.map(({ rid }) => rid)],
    nextCursor: besides.length > rest.length ? writeRanked({ ...place, shown: place.best.length, before }) : null,
  }
}

function pageOfBest(place: RankedPlace, limit: number): RowPage {
  const { best, total, totalIsExact } = place
  const shown = place.shown + limit
  const nextCursor = shown < best.length ? writeRanked({ ...place, shown }) : null
  return { rids: best.slice(place.shown, shown), nextCursor, total, totalIsExact }
}

/** What answers besides the best, the newest first. */
function restOf({ context, request, answer }: List, place: RankedPlace, limit: number): RowFacts[] {
  const { collapse } = request
  if (place.totalIsExact && place.total <= candidatesMax) return []
  const groups = new Set(Array.from(rowFacts(context.database, place.best, collapse).values(), ({ group }) => group))
  const except = new Set(place.best)
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
  // What was read to find the best need not be counted.
  const best = bestOf(list)
  return { ...totalOf(list), arrivedUpTo: arrivals(list.context), before: null, shown: 0, best }
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

function scoreAll({ database }: SearchContext, { shelves, rows }: Answer): ScoredRow[] {
  // What the index says of the articles of one shelf is not to be compared with nothing said of another's.
  const areJudged = shelves.every(({ query: { compiled } }) => compiled.never || asksForFewWords(compiled))
  const candidates = shelves.map(({ shelf, terms, query }, at) =>
    areJudged
      ? candidatesOf(database, query, Math.min(shelf.articles, ...terms.map(({ articles }) => articles)))
      : unranked(rows.ofShelf(at).slice(0, candidatesMax)),
  )
  const likeliest = likeliestOf(candidates)
  return shelves.flatMap((each, at) => scoreRows(database, each, likeliest[at] ?? []))
}

function writeRanked({ arrivedUpTo, before, shown, best, total, totalIsExact }: RankedPlace): string {
  return encodeCursor('by-relevance', arrivedUpTo, total, Number(totalIsExact), before ?? 0, shown, ...best)
}

function readRanked(cursor: string): RankedPlace {
  const [arrivedUpTo = 0, total = 0, isExact = 0, before = 0, shown = 0, ...best] = decodeCursor(
    'by-relevance',
    cursor,
    null,
  )
  const place = { arrivedUpTo, total, totalIsExact: isExact === 1, before: before === 0 ? null : before, shown }
  return { ...place, best: best.slice(0, rankedMax) }
}

function totalOf({ context: { countMax }, answer }: Pick<List, 'context' | 'answer'>): Total {
  const count = answer.rows.count()
  return { total: Math.min(count, countMax), totalIsExact: count <= countMax && !answer.isCapped }
}

/** Articles are numbered as they arrive. */
function arrivals({ database }: SearchContext): number {
  return Number(database.prepare(`SELECT value FROM facts WHERE name = 'arrivals'`).get()?.['value'])
}
