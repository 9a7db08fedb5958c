import { PermanentError } from '@rafid/errors'

import type { ParsedFeed } from './parsed-feed.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXml } from './read-xml.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { distinguishIds } from './distinguish-ids.ts'

/**
 * Reads a feed of any format, well-formed or not.
 *
 * @param text the document, decoded
 * @param options.url where it came from in the end: relative URLs start from it
 * @throws PermanentError `feed.not_a_feed`, `xml.malformed` (a feed begins but nothing of it can be read),
 *   `xml.entities`
 */
export function parseFeed(text: string, options: { url: string }): ParsedFeed {
  const feed = read(text, options.url)
  return { ...feed, entries: distinguishIds(feed.entries) }
}

function read(text: string, url: string): ParsedFeed {
  if (/^[\s\ufeff]*[{[]/.test(text)) return readJsonFeed(text, url)
  if (!text.includes('<')) throw new PermanentError('feed.not_a_feed', 'neither XML nor JSON')
  const document = readXml(text)
  const isEmpty = document.children.every((child) => typeof child === 'string')
  if (isEmpty && /<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(text))
    throw new PermanentError('xml.malformed', 'no element can be read')
  return readXmlFeed(document, url)
}
