import { asksForWords, parseQuery, withPart, withWords, wordsOf, writeQuery } from '@rafid/query'
import type { ParsedQuery, Query } from '@rafid/query'
import type { ArticleReader, ListFilter, SearchPage, SearchRequest } from '@rafid/search'
import { z } from 'zod'
import { parseListQuery } from './list-query.ts'

/** What somebody asked the search for. */
export type AskedSearch = ParsedQuery & {
  /** As it was typed; written anew when parameters beside `q` have added to it. */
  readonly text: string
  readonly order: 'best' | 'newest'
  readonly collapse: SearchRequest['collapse']
  readonly limit: number
  readonly cursor?: string | undefined
}

const choices = z.object({
  q: z.string().default(''),
  order: z.enum(['best', 'newest']).optional(),
  collapse: z.enum(['none', 'copies', 'stories']).optional(),
})

/**
 * Reads the parameters of a search. `lang`, `source`, `since` and `originals` are other ways to write parts of the query.
 *
 * @param defaults.now what «yesterday» is counted from
 * @throws z.ZodError that names the parameter
 */
export function readSearch(
  parameters: Readonly<Record<string, string>>,
  defaults: { readonly now: Date; readonly collapse: SearchRequest['collapse'] },
): AskedSearch {
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''))
  const { q, order, collapse = defaults.collapse } = choices.parse(given)
  const filter = parseListQuery(given)
  const typed = q.trim()
  const { query: asked, remarks } = parseQuery(typed, { now: defaults.now })
  const parts = partsOf(filter)
  const query = parts.reduce((all, part) => withPart(all, part), asked)
  const text = parts.length === 0 ? typed : writeQuery(query)
  const byDefault = asksForWords(query) ? 'best' : 'newest'
  const { limit, cursor } = filter
  return { query, remarks, text, order: order ?? byDefault, collapse, limit, cursor }
}

/** Answers a search; what was typed and has nothing that can be searched for is not answered with everything. */
export async function runSearch(reader: ArticleReader, asked: AskedSearch, now: Date): Promise<SearchPage> {
  if (isMute(asked)) return { articles: [], nextCursor: null, total: 0, totalIsExact: true }
  const { query, order, collapse, limit, cursor } = asked
  return reader.search({ query, order: order === 'best' ? 'relevance' : 'newest', collapse, limit, cursor, now })
}

/** Whether something was typed that asks for nothing, such as a mark of punctuation. */
export function isMute({ query, text }: Pick<AskedSearch, 'query' | 'text'>): boolean {
  return query.kind === 'all' && text !== ''
}

/** The query in other words that would find more; null when there are none. */
export async function betterQuery(reader: ArticleReader, query: Query): Promise<Query | null> {
  const asked = wordsOf(query)
  if (asked.length === 0) return null
  const meant = await reader.didYouMean(asked)
  return meant?.length === asked.length ? withWords(query, meant) : null
}

function partsOf({ lang, source, since, originalsOnly }: ListFilter): readonly Query[] {
  return [
    lang !== undefined && ({ kind: 'field', field: 'lang', value: lang } as const),
    source !== undefined && ({ kind: 'field', field: 'source', value: source } as const),
    since !== undefined && ({ kind: 'time', after: since, before: null } as const),
    originalsOnly === true && ({ kind: 'original' } as const),
  ].filter((part) => part !== false)
}
