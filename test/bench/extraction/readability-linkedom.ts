import { parseHTML } from 'linkedom'
import type { Peer } from './peer.ts'
import { readArticle } from './read-article.ts'

/** Readability on the fast DOM most servers choose for it. */
export const readabilityLinkedom: Peer = {
  name: 'readability-linkedom',
  extract: ({ html }) => readArticle(parseHTML(html).document),
}
