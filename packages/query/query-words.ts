import type { Query } from './query.ts'

/** The words that a query asks for beside each other, in its order; excluded ones are not among them. */
export function wordsOf(query: Query): readonly string[] {
  if (query.kind === 'words') return query.words
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap((part) => wordsOf(part)) : []
}

/**
 * The same query with other words.
 *
 * @param words as many as `wordsOf` gives, in its order
 */
export function withWords(query: Query, words: readonly string[]): Query {
  const left = [...words]
  return replaced(query, () => left.shift())
}

function replaced(query: Query, next: () => string | undefined): Query {
  if (query.kind === 'words') return { kind: 'words', words: query.words.map((word) => next() ?? word) }
  if (query.kind !== 'and' && query.kind !== 'or') return query
  return { kind: query.kind, parts: query.parts.map((part) => replaced(part, next)) }
}

/** Whether a query asks for words of any kind, so that some articles answer it better than others. */
export function asksForWords(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.some((part) => asksForWords(part))
  return query.kind === 'words' || query.kind === 'phrase' || query.kind === 'prefix'
}
