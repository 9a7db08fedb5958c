import { PermanentError } from '@rafid/errors'
import type { Query } from '@rafid/query'
import { languagesCard } from './cards.ts'
import { compileQuery } from './compile-query.ts'
import { wordCount } from './compile-words.ts'
import type { Clause, QueryContext, Wanted } from './clauses.ts'
import { leavesOf } from './clauses.ts'
import { partsOf, refuseTooComplex } from '../refuse-too-complex.ts'
import { searchIn } from './search-answer.ts'
import type { Store } from './settle.ts'
import { storyNames } from './standing.ts'

/**
 * So many words are keywords: articles that hold them all come first, and only where these are few do others follow. More
 * words are a question or a headline, and each article counts by what it holds, while not too many hold all.
 */
const keywordsMax = 3
const fewMax = { keywords: 4, question: 200 }

/** A cluster refuses what asks for more than 1,024 things, unless its operator raised that. */
const leavesMax = 1_000

/** A query made ready for this index. */
export type PreparedQuery = {
  readonly wanted: Wanted
  /** Which articles answer. */
  readonly filter: Clause
  /** Which articles answer, ranked by how well. */
  readonly ranked: Clause
  /** Which articles come first, as they hold all of the words; null where none does so for that. */
  readonly full: Clause | null
}

/**
 * Compiles a query for the languages and stories of this index, and decides which articles answer it: those that hold all
 * of its words, where these are few also those that hold enough of them, and where nothing else does those that hold any.
 *
 * @param decided what the first page decided
 * @throws PermanentError `query.too_complex`
 */
export async function prepareQuery(store: Store, query: Query, decided: Wanted | null): Promise<PreparedQuery> {
  refuseTooComplex(query)
  const context = await contextOf(store, query)
  const compiled = (wanted: Wanted, ranked = false): Clause => compileQuery(query, { ...context, wanted, ranked })
  const sizeMax = leavesMax / 2
  if (leavesOf(compiled('enough')) > sizeMax) {
    throw new PermanentError('query.too_complex', 'A query has fewer words than this in an index of so many languages.')
  }
  const count = wordCount(askedWords(query), context.langs)
  const wanted = decided ?? (count === 0 ? 'all' : await decide(store, compiled, count))
  const [filter, ranked] = [compiled(wanted), compiled(wanted, true)]
  const full = wanted === 'all' || count > keywordsMax ? null : compiled('all')
  return { wanted, filter, ranked: leavesOf(ranked) > sizeMax ? filter : ranked, full }
}

async function decide(store: Store, compiled: (wanted: Wanted) => Clause, count: number): Promise<Wanted> {
  const max = count <= keywordsMax ? fewMax.keywords : fewMax.question
  if ((await countTo(store, compiled('all'), max + 1)) > max) return 'all'
  return (await countTo(store, compiled('enough'), 1)) > 0 ? 'enough' : 'any'
}

/** The words that an article may answer without holding all of them. */
function askedWords(query: Query): string[] {
  if (query.kind === 'words') return [...query.words]
  return query.kind === 'and' ? query.parts.flatMap((part) => askedWords(part)) : []
}

/** How many articles there are, counted up to `max`. */
async function countTo({ cluster, names }: Store, filter: Clause, max: number): Promise<number> {
  const body = { size: 0, query: { bool: { filter: [filter] } }, track_total_hits: max }
  return Math.min((await searchIn(cluster, names, body)).total, max)
}

async function contextOf({ cards }: Store, query: Query): Promise<Pick<QueryContext, 'langs' | 'stories'>> {
  const stories = await storyNames(cards, storiesOf(query))
  const langs = (await cards.read([languagesCard])).get(languagesCard)?.langs ?? [null]
  const asked = languageOf(query)
  return { langs: asked !== null && langs.includes(asked) ? [asked] : langs, stories }
}

/** The one language that is asked for; null for all. */
function languageOf(query: Query): string | null {
  if (query.kind === 'and') return query.parts.map(languageOf).find((lang) => lang !== null) ?? null
  return query.kind === 'field' && query.field === 'lang' ? query.value.toLowerCase() : null
}

function storiesOf(query: Query): string[] {
  if (query.kind === 'field') return query.field === 'story' ? [query.value] : []
  return partsOf(query).flatMap((part) => storiesOf(part))
}
