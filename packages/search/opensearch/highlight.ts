import type { Query } from '@rafid/query'
import { analyse } from '@rafid/text'
import type { ListedArticle, SnippetPart } from '../article-index.ts'
import { snippet } from '../snippet.ts'
import { wantedParts } from './query-words.ts'

/** The part of an article that answers a query, marked on its original text. */
export function highlight({ text, lang }: ListedArticle, query: Query): SnippetPart[] {
  const terms = wantedParts(query).flatMap((part) => {
    if (part.kind === 'words') return part.words
    return part.kind === 'phrase' || part.kind === 'prefix' ? [part.text] : []
  })
  return snippet(
    text,
    analyse(terms.join(' '), lang).map(({ exact }) => exact),
  )
}
