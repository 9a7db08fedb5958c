import type { ExtractedArticle } from '@rafid/articles'
import { PermanentError } from '@rafid/errors'

/** What decides whether a page is refused. */
export type ReadText = Pick<ExtractedArticle, 'kind' | 'kindReason' | 'text' | 'textFrom'>

/** A film or a paywall shows at least the beginning of a text; the pages refused here have none of their own. */
const refused = new Set<ExtractedArticle['kind']>(['home', 'section', 'login', 'soft-404'])

/**
 * Why a page is refused; null for one that holds a text of its own, however short.
 *
 * @returns PermanentError `content.not_article` for front pages, lists, entrances and missing pages, `content.empty`
 *   where nothing is left to read; both say why
 */
export function refusalOf({ kind, kindReason, text, textFrom }: ReadText): PermanentError | null {
  if (refused.has(kind)) return new PermanentError('content.not_article', kindReason)
  const isNothing = text === '' || (kind === 'empty' && textFrom === 'page')
  return isNothing ? new PermanentError('content.empty', kindReason) : null
}
