import { extractArticle } from '@rafid/articles'
import type { Peer } from './peer.ts'

/** Ours. The feed's hints are left out: no peer has them. */
export const rafid: Peer = {
  name: 'rafid',
  extract({ html, url }) {
    const { title, text, author, publishedDay, lang } = extractArticle(html, { url })
    return { content: text, format: 'text', title, author, date: publishedDay, lang }
  },
}
