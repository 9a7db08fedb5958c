import type { DatabaseSync } from 'node:sqlite'
import type { Query } from '@rafid/query'
import type { AnswerMemory } from './answer-memory.ts'
import { AnswerRows } from './answer-rows.ts'
import { askedTerms, type AskedTerm } from './asked-terms.ts'
import { candidatesMax, candidatesOfAny, holdingAll, likeliestOf } from './candidates.ts'
import { beginningWith } from './beginning-with.ts'
import { compileFilters, type Compiled } from './compile-query.ts'
import { newestRows, type ShelfQuery } from './matching-rows.ts'
import { phraseRids } from './phrase-rids.ts'
import { stepsShifted } from './place-in-time.ts'
import { planQuery, type QueryPlan } from './query-plan.ts'
import { scoreRows, type ScoredRow } from './score-rows.ts'
import type { Shelf } from './shelves.ts'
import { storyNow } from './stories.ts'
import type { WordStatistics } from './word-statistics.ts'

/** What a reader's search works with. */
export type SearchContext = {
  readonly database: DatabaseSync
  readonly statistics: WordStatistics
  readonly answers: AnswerMemory
  /** What answers is counted so far. */
  readonly countMax: number
}

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
  readonly rows: AnswerRows
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
  return context.answers.of(query, () => {
    const answer = found(context, query)
    return { ...answer, rows: new AnswerRows(context, answer) }
  })
}

function found(context: SearchContext, query: Query): Omit<Answer, 'rows'> {
  const plan = planQuery(query)
  const shelves = onShelves(context, plan)
  const asked = plan.words.length > 0
  const held = asked ? withoutAbsent(shelves) : shelves
  const most = Math.max(0, ...held.map(({ terms }) => terms.length))
  const allMax = most <= keywordsMax ? fewMax : candidatesMax
  const haveAll = asked && held.length > 0 ? rowsHoldingAll(context, held, allMax) : null
  if (haveAll === null) return { shelves: held, listed: null, isCapped: false }
  const { rows, isCapped } = holdEnough(context, { shelves: held, haveAll }, most)
  return { shelves: held, listed: rows, isCapped }
}

/** Most words are of one language, and need not all be looked up in the others. */
function onShelves(context: SearchContext, plan: QueryPlan): ShelfAnswer[] {
  const shelves: ShelfAnswer[] = []
  let most = 0
  for (const shelf of context.statistics.shelves(plan.lang)) {
    const each = onShelf(context, shelf, { ...plan, presentMin: sharedWordsMin * most })
    if (each === null) continue
    most = Math.max(most, each.terms.filter(({ articles }) => articles > 0).length)
    shelves.push(each)
  }
  return shelves
}

/** @returns null for a shelf that has fewer of the words than `presentMin` */
function onShelf(
  { database, statistics }: SearchContext,
  shelf: Shelf,
  plan: QueryPlan & { readonly presentMin: number },
): ShelfAnswer | null {
  const asked = askedTerms(plan.words, shelf, statistics, plan.presentMin)
  if (asked === null) return null
  const filter = compileFilters(plan.filters, {
    shelf: shelf.name,
    stepsShifted: stepsShifted(database),
    phraseRids: (text) => phraseRids(database, shelf, text),
    beginningWith: (beginning) => beginningWith(statistics, shelf, beginning),
    storyNow: (id) => storyNow(database, id),
  })
  const terms = filter.never ? [] : asked
  const telling =
    plan.telling === plan.words || filter.never ? terms : (askedTerms(plan.telling, shelf, statistics) ?? [])
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

/** The rows of each shelf that hold all that is asked for, where they must be looked for; null where they are more than these. */
function rowsHoldingAll(
  { database }: SearchContext,
  shelves: readonly ShelfAnswer[],
  allMax: number,
): number[][] | null {
  if (areSurelyFew(shelves, allMax)) return shelves.map(() => [])
  let count = 0
  const all: number[][] = []
  for (const { query } of shelves) {
    const rids = newestRows(database, query, { before: null, limit: allMax + 1 - count })
    count += rids.length
    if (count > allMax) return null
    all.push(rids)
  }
  return all
}

/**
 * Whether no more can hold all of many words than hold their rarest. They need not be looked for then: whoever holds all is
 * among the likeliest of those that hold any.
 */
function areSurelyFew(shelves: readonly ShelfAnswer[], allMax: number): boolean {
  const most = Math.max(...shelves.map(({ terms }) => terms.length))
  const rarest = shelves.map(({ terms }) => Math.min(...terms.map(({ articles }) => articles)))
  return most > keywordsMax && rarest.reduce((sum, articles) => sum + articles, 0) <= allMax
}

type Held = { readonly shelves: readonly ShelfAnswer[]; readonly haveAll: readonly (readonly number[])[] }

function holdEnough({ database }: SearchContext, { shelves, haveAll }: Held, most: number) {
  const any = likeliestOf(shelves.map((each) => candidatesOfAny(database, each.shelf, each.terms, each.filter)))
  const candidates = shelves.flatMap((each, at) =>
    scoreRows(database, each, [...new Set([...(haveAll[at] ?? []), ...(any[at] ?? [])])]),
  )
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
