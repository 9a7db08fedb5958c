import { PermanentError } from '@rafid/errors'
import { article } from './article.ts'
import type { Article } from './article.ts'

/**
 * An article that travelled as a document.
 *
 * @throws PermanentError `document.corrupt` when it is not one
 */
export function readArticle(value: unknown): Article {
  const read = article.safeParse(value)
  if (!read.success) throw new PermanentError('document.corrupt', read.error.message)
  return read.data
}
