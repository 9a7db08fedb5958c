import { collectFeeds } from './collect-feeds.ts'
import type { FeedList } from './feed-list.ts'
import { parseOpml } from './parse-opml.ts'

/**
 * Reads a list of feeds: OPML, or plain text with a URL on each line, where `#` begins a comment and a title may
 * follow.
 *
 * @throws PermanentError `opml.invalid` for XML that is no OPML, `xml.entities`
 */
export function parseFeedList(text: string): FeedList {
  if (/^[\s\ufeff]*</.test(text)) return parseOpml(text)
  const candidates = text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const [url = '', ...title] = line
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    return url === ''
      ? []
      : [{ url, title: title.join(' ') || null, siteUrl: null, category: null, where: `line ${index + 1}` }]
  })
  return { title: null, ...collectFeeds(candidates) }
}
