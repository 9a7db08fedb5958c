import { JSDOM, VirtualConsole } from 'jsdom'
import type { Peer } from './peer.ts'
import { readArticle } from './read-article.ts'

/** Readability on the DOM its own documentation recommends. Scripts do not run and nothing is loaded: jsdom's default. */
export const readabilityJsdom: Peer = {
  name: 'readability-jsdom',
  extract({ html, url }) {
    // A console of its own: the page's broken style sheets are none of our business.
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() })
    try {
      return readArticle(window.document)
    } finally {
      window.close()
    }
  },
}
