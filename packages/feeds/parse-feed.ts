import { codeOf, PermanentError } from '@rafid/errors'

import { distinguishIds } from './distinguish-ids.ts'
import { feedLimits } from './feed-limits.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { readHtmlFeed } from './read-html-feed.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'

/** Within it a page shows that it is one. */
const pageHeadChars = 4_096
const dayMs = 86_400_000

/**
 * Reads a feed of any format, well-formed or not; as a last resort a page that lists articles.
 *
 * @param text the document, decoded
 * @param options.url where it came from in the end: relative URLs start from it
 * @param options.fetchedAt dates over a day after it are mistakes and left out; without it all are believed
 * @throws PermanentError `feed.not_a_feed`, `xml.malformed` (a feed begins but nothing of it can be read),
 *   `xml.entities`
 */
export function parseFeed(text: string, options: { url: string; fetchedAt?: Date }): ParsedFeed {
  const { url, fetchedAt } = options
  const latest = fetchedAt === undefined ? null : new Date(fetchedAt.getTime() + dayMs)
  const feed = read(text.length > feedLimits.bytesMax ? text.slice(0, feedLimits.bytesMax) : text, url, latest)
  return { ...feed, entries: distinguishIds(feed.entries) }
}

function read(text: string, url: string, latest: Date | null): ParsedFeed {
  if (/^[\s\ufeff\0]*[{[]/.test(text)) return readJsonFeed(text, url, latest)
  if (!text.includes('<')) throw new PermanentError('feed.not_a_feed', 'neither XML nor JSON')
  if (!looksLikePage(text)) return readXmlFeed(text, url, latest)
  try {
    return readXmlFeed(text, url, latest)
  } catch (error) {
    if (codeOf(error) !== 'feed.not_a_feed') throw error
    return readHtmlFeed(text, url, latest)
  }
}

function looksLikePage(text: string): boolean {
  return /<(?:!doctype\s+html|html|body|article)[\s>]/i.test(text.slice(0, pageHeadChars))
}
