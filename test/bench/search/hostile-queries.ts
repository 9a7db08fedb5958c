import { parseQuery, wordsOf } from '@rafid/query'
import type { Query } from '@rafid/query'
import type { ArticleReader } from '@rafid/search'
import fc from 'fast-check'
import { hostileQuery } from '../../support/hostile-query.ts'
import { showProgress } from '../show-progress.ts'
import { percentile } from '../statistics.ts'

/** What it took to answer hostile queries as the search page does, in milliseconds. */
export type HostileQueries = {
  readonly asked: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly worstMs: number
  /** The one that took longest. */
  readonly worst: string
}

/** The same strings in every run. */
const seed = 6
const now = new Date('2026-02-01T00:00:00Z')

/**
 * Asks an index what nobody would ask who wants to find something, the half of it made of words that the index is full of:
 * a page of what answers, its facets, and another spelling.
 *
 * @param common words that many articles have
 */
export async function askHostile(
  reader: ArticleReader,
  common: readonly string[],
  count: number,
): Promise<HostileQueries> {
  const progress = showProgress('hostile queries', count)
  const tookMs: { readonly typed: string; readonly ms: number }[] = []
  for (const typed of fc.sample(fc.oneof(hostileQuery, ofCommonWords(common)), { numRuns: count, seed })) {
    const { query } = parseQuery(typed, { now })
    const startedMs = performance.now()
    await answer(reader, query)
    tookMs.push({ typed, ms: performance.now() - startedMs })
    progress.step()
  }
  const all = tookMs.map(({ ms }) => ms)
  const worst = tookMs.reduce((one, other) => (other.ms > one.ms ? other : one), { typed: '', ms: 0 })
  return {
    asked: count,
    p50Ms: percentile(all, 0.5),
    p95Ms: percentile(all, 0.95),
    worstMs: worst.ms,
    worst: worst.typed,
  }
}

async function answer(reader: ArticleReader, query: Query): Promise<void> {
  if (query.kind === 'all') return
  await reader.facets(query)
  await reader.search({ query, order: 'relevance', collapse: 'copies', limit: 20, now })
  await reader.didYouMean(wordsOf(query))
}

/** Words that most articles have, joined, denied, quoted and cut short. */
function ofCommonWords(common: readonly string[]): fc.Arbitrary<string> {
  const word = fc.constantFrom(...common)
  const part = fc.oneof(
    word,
    word.map((one) => `-${one}`),
    word.map((one) => `${one.slice(0, 2)}*`),
    fc.tuple(word, word).map((pair) => `"${pair.join(' ')}"`),
    fc.tuple(word, word).map((pair) => `(${pair.join(' OR ')})`),
    fc.constantFrom('OR', 'after:2025-12-31', 'is:original', 'lang:ar'),
  )
  return fc.array(part, { minLength: 1, maxLength: 24 }).map((parts) => parts.join(' '))
}
