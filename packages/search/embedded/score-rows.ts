import type { DatabaseSync } from 'node:sqlite'
import type { AskedTerm } from './asked-terms.ts'
import { RelevanceScorer } from './relevance.ts'
import type { Shelf } from './shelves.ts'

/** An article that answers, and how well. */
export type ScoredRow = {
  readonly rid: number
  readonly score: number
  readonly termsHeld: number
  /** Before all that do not, however well they answer. */
  readonly comesFirst: boolean
}

/** How well articles of a shelf answer, word by word. */
export function scoreRows(
  database: DatabaseSync,
  asked: { readonly shelf: Shelf; readonly telling: readonly AskedTerm[] },
  rids: readonly number[],
): ScoredRow[] {
  if (rids.length === 0) return []
  const scorer = new RelevanceScorer(asked.telling, asked.shelf.words / Math.max(1, asked.shelf.articles))
  const rows = database.prepare(
    'SELECT t.rid, t.terms FROM json_each(?) r CROSS JOIN article_terms t ON t.rid = r.value',
  )
  return rows.all(JSON.stringify(rids)).flatMap(({ rid, terms }) => {
    return terms instanceof Uint8Array ? [{ rid: Number(rid), comesFirst: true, ...scorer.score(terms) }] : []
  })
}
