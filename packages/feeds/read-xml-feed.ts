import { PermanentError } from '@rafid/errors'

import { parseFeedDate } from './feed-date.ts'
import { feedHints, type FeedHints, linkHints } from './feed-hints.ts'
import { feedLimits } from './feed-limits.ts'
import { plainTextOf } from './markup.ts'
import type { FeedFormat, ParsedFeed } from './parsed-feed.ts'
import { entryDate, readEntry } from './read-entry.ts'
import { newestFirst } from './newest-first.ts'
import { resolveUrl } from './resolve-url.ts'
import { baseOf, childrenOf, findAll, firstOf, langOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

const formats: Readonly<Record<string, FeedFormat>> = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom' }

/**
 * Reads RSS 0.9 to 2.0, RDF Site Summary and Atom 0.3 and 1.0 from a tree, wherever in the document the feed begins.
 *
 * @throws PermanentError `feed.not_a_feed` when there is no feed in it
 */
export function readXmlFeed(document: XmlElement, feedUrl: string): ParsedFeed {
  const [root] = findAll(document, Object.keys(formats))
  if (
    root === undefined ||
    findAll(document, ['html']).some((html) => html.parent === document && isBefore(html, root))
  ) {
    throw new PermanentError('feed.not_a_feed', 'no RSS, Atom or RDF in it')
  }
  const channel = childrenOf(root, 'channel')[0] ?? root
  const items = findAll(root, ['item', 'entry'])
  const { kept, dropped } = newestFirst(items, entryDate)
  return {
    format: formats[root.local] ?? 'rss',
    title: plainTextOf(firstOf(channel, 'title', 'dc:title')).slice(0, feedLimits.titleCharsMax) || null,
    siteUrl: siteUrl(channel, feedUrl),
    lang: textOf(firstOf(channel, 'language', 'dc:language')).slice(0, 35) || langOf(channel),
    hints: hints(channel, feedUrl),
    entries: kept.map((item) => readEntry(item, feedUrl)),
    entriesDropped: dropped,
  }
}

/** An HTML page that shows a feed as an example is not one; a feed with a page glued to its end is. */
function isBefore(html: XmlElement, root: XmlElement): boolean {
  let top = root
  while (top.parent?.parent) top = top.parent
  const siblings = html.parent?.children ?? []
  return siblings.indexOf(html) <= siblings.indexOf(top)
}

function siteUrl(channel: XmlElement, feedUrl: string): string | null {
  for (const link of childrenOf(channel, 'link')) {
    const relation = link.attributes.get('rel') ?? 'alternate'
    const url =
      relation === 'alternate' ? resolveUrl(link.attributes.get('href') ?? textOf(link), baseOf(link, feedUrl)) : null
    if (url !== null) return url
  }
  return null
}

function hints(channel: XmlElement, feedUrl: string): FeedHints {
  const text = (name: string): string => textOf(firstOf(channel, name))
  const texts = (list: string, each: string): string[] =>
    childrenOf(channel, list).flatMap((element) => childrenOf(element, each).map(textOf))
  const links = childrenOf(channel, 'link').map((link) => ({
    rel: link.attributes.get('rel') ?? '',
    href: link.attributes.get('href') ?? '',
    base: baseOf(link, feedUrl),
  }))
  return feedHints({
    ttl: text('ttl'),
    skipHours: texts('skiphours', 'hour'),
    skipDays: texts('skipdays', 'day'),
    updatePeriod: text('sy:updateperiod'),
    updateFrequency: text('sy:updatefrequency'),
    updateBase: parseFeedDate(text('sy:updatebase')),
    ...linkHints(links),
  })
}
