import { extractFromHtml } from '@extractus/article-extractor'
import type { Peer } from './peer.ts'
import { nothing } from './peer.ts'

/** Readability between cleaning steps of its own; it says nothing of the language. */
export const extractus: Peer = {
  name: 'extractus',
  async extract({ html, url }) {
    const article = await extractFromHtml(html, url)
    if (article === null) return nothing
    const { content = '', title, author, published } = article
    return { content, format: 'html', title, author, date: published, lang: null }
  },
}
