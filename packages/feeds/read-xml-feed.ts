import { parseFeedDate } from '@rafid/dates'
import { PermanentError } from '@rafid/errors'

import { categoriesOf, keywordsOf } from './entry-keywords.ts'
import { pageUrl, relationOf } from './entry-links.ts'
import { entryMedia, namedImage } from './entry-media.ts'
import { peopleOf } from './entry-people.ts'
import { feedHints, type FeedHints, linkHints } from './feed-hints.ts'
import { feedLimits } from './feed-limits.ts'
import { Fields } from './fields.ts'
import { NewestEntries } from './newest-entries.ts'
import type { FeedFormat, ParsedFeed } from './parsed-feed.ts'
import { attributeDate, entryTime, readEntry } from './read-entry.ts'
import { readXml } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { htmlOf, plainTextOf } from './text-construct.ts'
import { baseOf, childrenOf, findAll, langOf, textOf } from './xml-query.ts'
import { XmlElement } from './xml-element.ts'

const formats: Readonly<Record<string, FeedFormat>> = {
  rss: 'rss',
  channel: 'rss',
  'rdf:rdf': 'rdf',
  rdf: 'rdf',
  feed: 'atom',
  urlset: 'sitemap',
  sitemapindex: 'sitemap',
}
const feedRoots = Object.keys(formats)
const entryNames = new Map([
  ['item', null],
  ['entry', null],
  ['url', 'urlset'],
])

/**
 * Reads RSS 0.9 to 2.0, RDF Site Summary, Atom 0.3 and 1.0, CDF and sitemaps, wherever in the document the feed begins.
 *
 * @param latest dates after it say nothing; null to believe them all
 * @throws PermanentError `feed.not_a_feed` when there is no feed in it, `xml.malformed` when one begins but nothing of
 *   it can be read, `xml.entities`
 */
export function readXmlFeed(text: string, feedUrl: string, latest: Date | null): ParsedFeed {
  const newest = new NewestEntries<XmlElement>(entryTime)
  const document = readXml(text, { entryNames, onEntry: (entry) => newest.add(entry) })
  const isEmpty = document.children.every((child) => typeof child === 'string')
  const items = newest.take()
  if (isEmpty && items.length === 0 && /<(?:\w{1,20}:)?(?:rss|feed|rdf)\b/i.test(text)) {
    throw new PermanentError('xml.malformed', 'no element can be read')
  }
  const root = rootOf(document, items)
  const channel = channelOf(root)
  const authors = peopleOf(channel, baseOf(channel.element, feedUrl), [
    'author',
    'dc:creator',
    'itunes:author',
    'googleplay:author',
  ])
  const about = aboutFeed(channel, root, feedUrl)
  const isAtom = root.key === 'feed'
  const siteUrl = isAtom ? feedUrl : (about.siteUrl ?? feedUrl)
  const { categories } = about
  const context = { siteUrl, latest, authors: isAtom ? authors : [], keywords: keywordsOf(channel), categories }
  return {
    format: formatOf(root, channel),
    ...about,
    entries: items.map((item) => readEntry(item, context)),
    entriesDropped: newest.dropped,
    parts: root.key === 'sitemapindex' ? partsOf(root, feedUrl) : [],
  }
}

/**
 * The element that is the feed. A page that shows a feed as an example is none; a feed with a page glued to its end is
 * one, and so is a document of entries alone.
 */
function rootOf(document: XmlElement, items: readonly XmlElement[]): XmlElement {
  const [root] = findAll(document, feedRoots)
  const [page] = findAll(document, ['html', 'xhtml:html'])
  const found = root ?? rootOfEntries(document, items)
  if (found === null || (page?.parent === document && isBefore(page, found))) {
    throw new PermanentError('feed.not_a_feed', 'no RSS, Atom, RDF or sitemap in it')
  }
  return found
}

function rootOfEntries(document: XmlElement, items: readonly XmlElement[]): XmlElement | null {
  const [first] = items
  const isTold = first?.children.some((child) => child instanceof XmlElement && /^(?:title|link)$/.test(child.key))
  return isTold === true ? (first?.parent ?? document) : null
}

function isBefore(page: XmlElement, root: XmlElement): boolean {
  let top = root
  while (top.parent?.parent) top = top.parent
  const siblings = page.parent?.children ?? []
  return siblings.indexOf(page) <= siblings.indexOf(top) || top === page
}

function channelOf(root: XmlElement): Fields {
  return new Fields(childrenOf(root, 'channel')[0] ?? root)
}

function formatOf(root: XmlElement, channel: Fields): FeedFormat {
  const isCdf = root.key === 'channel' && (root.attributes.has('href') || channel.all('abstract').length > 0)
  return isCdf ? 'cdf' : (formats[root.key] ?? 'rss')
}

function aboutFeed(channel: Fields, root: XmlElement, feedUrl: string) {
  const { element } = channel
  const base = baseOf(element, feedUrl)
  const published = channel.date(['published', 'pubdate', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created'])
  const updated = channel.date(['updated', 'modified', 'lastbuilddate', 'dcterms:modified', 'dc:date', 'pubdate'])
  return {
    id:
      (channel.text('id', 'guid') || element.attributes.get('rdf:about') || '').slice(0, feedLimits.idCharsMax) || null,
    title: plainTextOf(channel.first('title', 'dc:title', 'media:title', 'itunes:title')) || null,
    subtitleHtml: htmlOf(
      channel.first(
        'subtitle',
        'tagline',
        'description',
        'dc:description',
        'itunes:summary',
        'itunes:subtitle',
        'abstract',
        'googleplay:description',
      ),
      base,
    ),
    siteUrl: pageUrl(channel, base) ?? resolveUrl(element.attributes.get('href'), base),
    lang: channel.text('language', 'dc:language').slice(0, 35) || langOf(element) || null,
    rights: plainTextOf(channel.first('rights', 'copyright', 'dc:rights', 'media:copyright')) || null,
    generator:
      plainTextOf(channel.first('generator')) ||
      channel.all('admin:generatoragent')[0]?.attributes.get('rdf:resource') ||
      null,
    image: imageOf(channel, root, base),
    authors: peopleOf(channel, base, [
      'author',
      'managingeditor',
      'dc:creator',
      'dc:author',
      'itunes:author',
      'googleplay:author',
      'webmaster',
      'itunes:owner',
      'dc:publisher',
    ]),
    categories: categoriesOf(channel),
    publishedAt: published?.at ?? null,
    updatedAt: updated?.at ?? attributeDate(element),
    hints: hintsOf(channel, feedUrl),
  }
}

function imageOf(channel: Fields, root: XmlElement, base: string): string | null {
  const inRoot = root === channel.element ? null : namedImage(new Fields(root), base)
  return namedImage(channel, base) ?? inRoot ?? entryMedia(channel, base).image ?? null
}

function hintsOf(channel: Fields, feedUrl: string): FeedHints {
  const texts = (list: string, each: string): string[] =>
    channel.all(list).flatMap((element) => childrenOf(element, each).map(textOf))
  const links = channel.all('link').map((link) => ({
    rel: relationOf(link),
    href: link.attributes.get('href'),
    base: baseOf(link, feedUrl),
  }))
  return feedHints({
    ttl: channel.text('ttl'),
    skipHours: texts('skiphours', 'hour'),
    skipDays: texts('skipdays', 'day'),
    updatePeriod: channel.text('sy:updateperiod'),
    updateFrequency: channel.text('sy:updatefrequency'),
    updateBase: parseFeedDate(channel.text('sy:updatebase')),
    ...linkHints(links),
  })
}

/** The sitemaps that an index lists. */
function partsOf(index: XmlElement, feedUrl: string): string[] {
  const urls = childrenOf(index, 'sitemap').map((each) => resolveUrl(textOf(childrenOf(each, 'loc')[0]), feedUrl))
  return urls.filter((url) => url !== null).slice(0, feedLimits.partsMax)
}
