import type { ArticleReader, SearchRequest } from '@rafid/search'
import { parseQuery } from '@rafid/query'
import type { Query } from '@rafid/query'
import type { Article } from '@rafid/contracts'

/** One thing that readers ask of the index, made from an article of it. */
export type QueryKind = {
  readonly name: string
  ask(reader: ArticleReader, about: Article): Promise<unknown>
}

const limit = 20

/** The kinds of query that are timed. */
export const queryKinds: readonly QueryKind[] = [
  { name: 'newest list', ask: (reader) => reader.newest({ limit: 30 }) },
  { name: 'newest of a source', ask: (reader, { source }) => reader.newest({ limit: 30, source: source.name }) },
  { name: 'one word', ask: (reader, about) => ask(reader, words(about, 1)) },
  { name: 'common word', ask: (reader, { lang }) => ask(reader, words({ title: lang === 'ar' ? 'قال' : 'said' }, 1)) },
  {
    name: 'one word, newest',
    ask: (reader, about) => ask(reader, words(about, 1), { order: 'newest', collapse: 'stories' }),
  },
  { name: 'two words', ask: (reader, about) => ask(reader, words(about, 2)) },
  { name: 'headline', ask: (reader, about) => ask(reader, words(about, 12)) },
  { name: 'question', ask: (reader, about) => ask(reader, words({ title: about.text.slice(200, 290) }, 12)) },
  {
    name: 'phrase',
    ask: (reader, { title }) => ask(reader, { kind: 'phrase', text: title.split(' ').slice(1, 3).join(' ') }),
  },
  {
    name: 'prefix of a source',
    ask: (reader, { title, source }) =>
      ask(
        reader,
        all({ kind: 'prefix', text: title.slice(0, 4) }, { kind: 'field', field: 'source', value: source.name }),
      ),
  },
  { name: 'either, not, in a month', ask: (reader, about) => ask(reader, mixed(about)) },
  { name: 'second page', ask: secondPage },
  { name: 'facets', ask: (reader, about) => reader.facets(words(about, 1)) },
  { name: 'related', ask: related },
  { name: 'did you mean', ask: (reader, about) => reader.didYouMean([slip(about.title)]) },
]

function ask(reader: ArticleReader, query: Query, over: Partial<SearchRequest> = {}) {
  return reader.search({
    query,
    order: 'relevance',
    collapse: 'copies',
    limit,
    now: new Date('2026-02-01T00:00:00Z'),
    ...over,
  })
}

async function secondPage(reader: ArticleReader, about: Article): Promise<unknown> {
  const { nextCursor } = await ask(reader, words(about, 3))
  return nextCursor === null ? null : ask(reader, words(about, 3), { cursor: nextCursor })
}

async function related(reader: ArticleReader, { id }: Article): Promise<unknown> {
  const article = await reader.get(id)
  return article && reader.neighbours(article)
}

function words({ title }: { readonly title: string }, count: number): Query {
  return parseQuery(longWords(title).slice(0, count).join(' ')).query
}

/** Short queries are of telling words; longer ones take them as they come. */
function longWords(title: string): string[] {
  const found = title.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  if (found.length <= 3) return found
  return [...found.filter((word) => word.length > 4), ...found.filter((word) => word.length <= 4)]
}

function all(...parts: Query[]): Query {
  return { kind: 'and', parts }
}

function mixed({ title, publishedAt }: Article): Query {
  const [one = 'a', other = 'b', third = 'c'] = longWords(title)
  const at = Date.parse(publishedAt ?? '')
  const month = 15 * 24 * 60 * 60 * 1000
  return all(
    {
      kind: 'or',
      parts: [
        { kind: 'words', words: [one] },
        { kind: 'words', words: [other] },
      ],
    },
    { kind: 'not', part: { kind: 'words', words: [third] } },
    { kind: 'time', after: new Date(at - month), before: new Date(at + month) },
  )
}

/** A word with two of its letters exchanged. */
function slip(title: string): string {
  const [word = 'harbuor'] = longWords(title)
  return `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`
}
