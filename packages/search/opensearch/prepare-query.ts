import type { Query } from '@rafid/query'
import { languagesCard } from './cards.ts'
import { compileQuery } from './compile-query.ts'
import type { Clause, QueryContext } from './clauses.ts'
import { refuseTooComplex, wantedParts } from './query-words.ts'
import { searchIn } from './search-answer.ts'
import type { Store } from './settle.ts'
import { storyNames } from './standing.ts'

/** From so many articles with all of the words on, those that hold only some of them are left out. */
const fullMin = 5

/** A query made ready for this index. */
export type PreparedQuery = {
  readonly wanted: QueryContext['wanted']
  /** Which articles answer. */
  readonly filter: Clause
  /** Which articles answer, ranked by how well. */
  readonly ranked: Clause
  /** Which articles hold all of the words, where others answer too; null where there are no others. */
  readonly full: Clause | null
}

/**
 * Compiles a query for the languages and stories of this index, and decides which articles answer it: those that hold all
 * of its words, and, where these are few, those that hold enough of them.
 *
 * @param decided what the first page decided
 * @throws PermanentError `query.too_complex`
 */
export async function prepareQuery(
  store: Store,
  query: Query,
  decided: QueryContext['wanted'] | null,
): Promise<PreparedQuery> {
  refuseTooComplex(query)
  const context = await contextOf(store, query)
  const full = compileQuery(query, { ...context, wanted: 'all', ranked: false })
  const wanted = decided ?? (isPartial(query) && (await areFew(store, full)) ? 'enough' : 'all')
  return {
    wanted,
    filter: wanted === 'all' ? full : compileQuery(query, { ...context, wanted, ranked: false }),
    ranked: compileQuery(query, { ...context, wanted, ranked: true }),
    full: wanted === 'all' ? null : full,
  }
}

async function contextOf({ cards }: Store, query: Query): Promise<Pick<QueryContext, 'langs' | 'stories'>> {
  const asked = storiesOf(query)
  const [known, stories] = [await cards.read([languagesCard]), await storyNames(cards, asked)]
  return { langs: known.get(languagesCard)?.langs ?? [null], stories }
}

function storiesOf(query: Query): string[] {
  if (query.kind === 'field') return query.field === 'story' ? [query.value] : []
  if (query.kind === 'not') return storiesOf(query.part)
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap((part) => storiesOf(part)) : []
}

/** Whether an article can answer without holding all of the words: one word may be several to its language. */
function isPartial(query: Query): boolean {
  return wantedParts(query).some((part) => part.kind === 'words')
}

async function areFew({ cluster, names }: Store, full: Clause): Promise<boolean> {
  const body = { size: 0, query: { bool: { filter: [full] } }, track_total_hits: fullMin }
  const { hits } = await searchIn(cluster, names, body)
  return (hits.total?.value ?? 0) < fullMin
}
