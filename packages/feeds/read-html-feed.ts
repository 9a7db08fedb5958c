import { parseFeedDate } from '@rafid/dates'
import { PermanentError } from '@rafid/errors'

import { voidElements } from './allowed-html.ts'
import { bounded } from './entry-keywords.ts'
import { entryId } from './entry-id.ts'
import { feedHints, linkHints, noHints } from './feed-hints.ts'
import { feedLimits } from './feed-limits.ts'
import { listedArticles, type HtmlItem } from './listed-articles.ts'
import { oneLine } from './markup.ts'
import type { FeedEntry, ParsedFeed } from './parsed-feed.ts'
import { readXml } from './read-xml.ts'
import { resolveUrl } from './resolve-url.ts'
import { findAll, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const rawText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe'])
const nothing = { entryNames: new Map(), onEntry: () => {} }

/**
 * Reads a page as a feed, where a site has none: its h-entries (microformats2, and hAtom before it), else the articles of
 * a list, each with a heading that is a link and most with a date. Anything less is no list: pages that ask one to log in
 * have headings too.
 *
 * @param latest dates after it say nothing; null to believe them all
 * @throws PermanentError `feed.not_a_feed` when the page is no list
 */
export function readHtmlFeed(text: string, pageUrl: string, latest: Date | null): ParsedFeed {
  const document = readXml(text, { ...nothing, voids: voidElements, rawText })
  const [baseElement] = findAll(document, ['base'])
  const base = resolveUrl(baseElement?.attributes.get('href'), pageUrl) ?? pageUrl
  const items = listedArticles(document)
  const entries = items.map((item) => entryOf(item, base, latest)).filter((entry) => entry.title !== '' || entry.url)
  if (entries.length === 0) throw new PermanentError('feed.not_a_feed', 'a page that lists no articles')
  const [root] = findAll(document, ['html'])
  return {
    format: 'html',
    id: null,
    title: oneLine(textOf(findAll(document, ['title'])[0])).slice(0, feedLimits.titleCharsMax) || null,
    subtitleHtml: null,
    siteUrl: base,
    lang: root?.attributes.get('lang')?.trim().slice(0, 35) || null,
    rights: null,
    generator: null,
    image: null,
    authors: [],
    categories: [],
    publishedAt: null,
    updatedAt: null,
    hints: feedHints({ ...noHints, ...linkHints(findAll(document, ['link']).map((link) => hintOf(link, base))) }),
    entries: entries.slice(0, feedLimits.entriesMax),
    entriesDropped: Math.max(0, entries.length - feedLimits.entriesMax),
    parts: [],
  }
}

function hintOf(link: XmlElement, base: string) {
  return { rel: link.attributes.get('rel') ?? '', href: link.attributes.get('href'), base }
}

function entryOf(item: HtmlItem, base: string, latest: Date | null): FeedEntry {
  const url = resolveUrl(item.href, base)
  const title = item.title.slice(0, feedLimits.titleCharsMax).toWellFormed()
  const publishedAt = past(item.published, latest)
  const author = item.author.slice(0, feedLimits.authorCharsMax).toWellFormed() || null
  const content = item.contentHtml(base)
  return {
    id: entryId(url ?? '', [title, item.published]),
    url,
    title,
    summaryHtml: item.summaryHtml(base),
    contentHtml: content,
    author,
    authors: author === null ? [] : [{ name: author, email: null, url: null }],
    publishedAt,
    updatedAt: past(item.updated, latest),
    publishedFrom: publishedAt && { from: 'time', written: item.published.slice(0, feedLimits.dateCharsMax) },
    keywords: bounded(item.categories),
    categories: bounded(item.categories),
    image: resolveUrl(item.picture, base),
    enclosures: [],
    media: [],
    thumbnails: [],
    commentsUrl: null,
    rights: null,
    lang: null,
    place: null,
    source: null,
    inReplyTo: null,
  }
}

function past(written: string, latest: Date | null): Date | null {
  const at = parseFeedDate(written)
  return at !== null && latest !== null && at.getTime() > latest.getTime() ? null : at
}
