import type { ExtractedArticle } from '@rafid/articles'
import { PermanentError } from '@rafid/errors'

/** What decides whether a page is refused. */
export type ReadText = Pick<ExtractedArticle, 'kind' | 'kindReason' | 'text' | 'textFrom'>

/** A film or a paywall shows at least the beginning of a text; the pages refused here have none of their own. */
const refused = new Set<ExtractedArticle['kind']>(['home', 'section', 'login', 'soft-404'])

/**
 * Why a page is refused; null for one that holds a text of its own, however short.
 *
 * @param withheld the code of why the page was not fetched, where it was not
 * @returns PermanentError `content.not_article` for front pages, lists, entrances and missing pages, `content.empty`
 *   where nothing is left to read, `withheld` where the page was withheld and the feed carries no text; all say why
 */
export function refusalOf({ kind, kindReason, text, textFrom }: ReadText, withheld?: string): PermanentError | null {
  if (withheld !== undefined && text === '') {
    return new PermanentError(withheld, 'The page may not be fetched, and the feed carries no text of it.')
  }
  if (refused.has(kind)) return new PermanentError('content.not_article', kindReason)
  const isNothing = text === '' || (kind === 'empty' && textFrom === 'page')
  return isNothing ? new PermanentError('content.empty', kindReason) : null
}
