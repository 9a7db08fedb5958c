import type { DatabaseSync } from 'node:sqlite'
import type { Query } from '@rafid/query'
import { askedTerms, type AskedTerm } from './asked-terms.ts'
import { candidatesMax, candidatesOf, candidatesOfAny, holdingAll } from './candidates.ts'
import { beginningWith } from './beginning-with.ts'
import { compileFilters, type Compiled } from './compile-query.ts'
import { countRows, type ShelfQuery } from './matching-rows.ts'
import { phraseRids } from './phrase-rids.ts'
import { stepsShifted } from './place-in-time.ts'
import { planQuery, type QueryPlan } from './query-plan.ts'
import { scoreRows, type ScoredRow } from './score-rows.ts'
import type { Shelf } from './shelves.ts'
import { storyNow } from './stories.ts'
import type { WordStatistics } from './word-statistics.ts'

/** What a reader's search works with. */
export type SearchContext = { readonly database: DatabaseSync; readonly statistics: WordStatistics }

/**
 * The articles that answer a query: those that hold all its words and, where they are few, the likeliest of those that
 * hold enough of them.
 */
export type Answer = {
  readonly shelves: readonly ShelfAnswer[]
  /** Where articles that hold all are few: they and those that hold enough, all of them. */
  readonly listed: readonly ScoredRow[] | null
  /** Whether `listed` may lack some. */
  readonly isCapped: boolean
}

/** What is asked of one shelf. */
export type ShelfAnswer = {
  readonly shelf: Shelf
  readonly query: ShelfQuery
  readonly filter: Compiled
  /** What must be held. */
  readonly terms: readonly AskedTerm[]
  /** What says how well an article answers: the terms, and the words of phrases. */
  readonly telling: readonly AskedTerm[]
}

/**
 * Of two words articles must hold both, unless hardly any does. More words are a question or a headline: each article counts
 * by what it holds, as long as not too many hold all to be weighed.
 */
const keywordsMax = 2
const fewMax = 4

/** Finds out what answers a query. */
export function answerOf(context: SearchContext, query: Query): Answer {
  const plan = planQuery(query)
  const shelves = context.statistics.shelves(plan.lang).map((shelf) => onShelf(context, shelf, plan))
  const asked = plan.words.length > 0
  const held = asked ? withoutAbsent(shelves) : shelves
  const most = Math.max(0, ...held.map(({ terms }) => terms.length))
  const allMax = most <= keywordsMax ? fewMax : candidatesMax
  if (!asked || held.length === 0 || holdAll(context, held, allMax) > allMax) {
    return { shelves: held, listed: null, isCapped: false }
  }
  const { rows, isCapped } = holdEnough(context, held, most)
  return { shelves: held, listed: rows, isCapped }
}

function onShelf({ database, statistics }: SearchContext, shelf: Shelf, plan: QueryPlan): ShelfAnswer {
  const filter = compileFilters(plan.filters, {
    shelf: shelf.name,
    stepsShifted: stepsShifted(database),
    phraseRids: (text) => phraseRids(database, shelf, text),
    beginningWith: (beginning) => beginningWith(statistics, shelf, beginning),
    storyNow: (id) => storyNow(database, id),
  })
  const terms = filter.never ? [] : askedTerms(plan.words, shelf, statistics)
  const telling = filter.never ? [] : askedTerms(plan.telling, shelf, statistics)
  return { shelf, filter, terms, telling, query: { shelf: shelf.name, compiled: holdingAll(terms, filter) } }
}

/** A shelf that has fewer of the words than this share of those that the best has is of another language. */
const sharedWordsMin = 0.6

/**
 * Words that no article has are not asked for: they are slips of the hand, or of another language. Articles must hold as many
 * as the shelf has that has the most of them.
 */
function withoutAbsent(shelves: readonly ShelfAnswer[]): ShelfAnswer[] {
  const present = shelves.map((each) => each.terms.filter(({ articles }) => articles > 0))
  const most = Math.max(0, ...present.map((terms) => terms.length))
  return shelves.flatMap((each, at) => {
    const terms = present[at] ?? []
    if (terms.length === 0 || terms.length < sharedWordsMin * most || each.filter.never) return []
    const compiled = terms.length < most ? { ...each.filter, never: true } : holdingAll(terms, each.filter)
    return [{ ...each, terms, query: { shelf: each.shelf.name, compiled } }]
  })
}

function holdAll({ database }: SearchContext, shelves: readonly ShelfAnswer[], allMax: number): number {
  let count = 0
  for (const { query } of shelves) {
    count += countRows(database, query, allMax + 1 - count)
    if (count > allMax) break
  }
  return count
}

function holdEnough(context: SearchContext, shelves: readonly ShelfAnswer[], most: number) {
  const candidates = shelves.flatMap((each) => {
    const any = candidatesOfAny(context.database, each.shelf, each.terms, each.filter)
    const all = candidatesOf(context.database, each.query, 0)
    return scoreRows(context.database, each, [...new Set([...all, ...any])])
  })
  const enough = candidates.filter(({ termsHeld }) => termsHeld >= enoughOf(most))
  const rows = enough.length > 0 ? enough : candidates
  return {
    rows: rows.map((row) => ({ ...row, comesFirst: most <= keywordsMax && row.termsHeld >= most })),
    isCapped: candidates.length >= candidatesMax,
  }
}

/** How many of so many words are enough: both of two, a fifth of many. */
function enoughOf(count: number): number {
  return count <= keywordsMax ? count : Math.max(1, Math.floor(count / 5))
}
