import type { Query } from '@rafid/query'
import type { IndexedArticle, SnippetPart } from '../article-index.ts'
import { snippet } from '../snippet.ts'
import { wantedParts } from './query-parts.ts'

/** The part of an article that answers a query, marked on its original text. */
export function highlight({ text, lang }: Pick<IndexedArticle, 'text' | 'lang'>, query: Query): SnippetPart[] {
  const wanted = wantedParts(query)
  const words = wanted.flatMap((part) => {
    if (part.kind === 'words') return part.words
    return part.kind === 'phrase' ? [part.text] : []
  })
  const prefixes = wanted.flatMap((part) => (part.kind === 'prefix' ? [part.text] : []))
  return snippet(text, { words, prefixes, lang })
}
