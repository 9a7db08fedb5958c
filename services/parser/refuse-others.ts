import type { ExtractedArticle } from '@rafid/articles'
import { PermanentError } from '@rafid/errors'

/** A film or a paywall shows at least the beginning of a text; the pages refused here have none of their own. */
const refused = new Set<ExtractedArticle['kind']>(['home', 'section', 'login', 'soft-404'])

/**
 * Lets only pages pass that hold a text of their own, however short.
 *
 * @throws PermanentError `content.not_article` for front pages, lists, entrances and missing pages, `content.empty` where
 *   nothing is left to read; both say why
 */
export function refuseOthers({
  kind,
  kindReason,
  text,
  textFrom,
}: Pick<ExtractedArticle, 'kind' | 'kindReason' | 'text' | 'textFrom'>) {
  if (refused.has(kind)) throw new PermanentError('content.not_article', kindReason)
  if (text === '' || (kind === 'empty' && textFrom === 'page')) throw new PermanentError('content.empty', kindReason)
}
