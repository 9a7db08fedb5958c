import { Readability } from '@mozilla/readability'
import type { Extraction } from './peer.ts'
import { nothing } from './peer.ts'

/** What Mozilla's Readability makes of a document, whoever parsed it. */
export function readArticle(document: ConstructorParameters<typeof Readability>[0]): Extraction {
  const article = new Readability(document).parse()
  if (article === null) return nothing
  const { content, title, byline, publishedTime, lang } = article
  return { content: content ?? '', format: 'html', title, author: byline, date: publishedTime, lang }
}
