import { createHash } from 'node:crypto'

import { parseFeedDate } from './feed-date.ts'
import { feedLimits } from './feed-limits.ts'
import { htmlOf, oneLine, plainTextOf } from './markup.ts'
import type { FeedEntry } from './parsed-feed.ts'
import { entryImage } from './entry-image.ts'
import { resolveUrl } from './resolve-url.ts'
import { baseOf, childrenOf, firstOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

/**
 * Reads an entry of any XML dialect. Feeds mix them (Atom's elements in RSS, Dublin Core in both), so each field is
 * looked for under every name it goes by, the most telling one first.
 *
 * @param feedUrl where the feed came from in the end
 */
export function readEntry(item: XmlElement, feedUrl: string): FeedEntry {
  const base = baseOf(item, feedUrl)
  const url = entryUrl(item, base)
  const title = plainTextOf(firstOf(item, 'title', 'dc:title', 'media:title')).slice(0, feedLimits.titleCharsMax)
  const summary = firstOf(
    item,
    'description',
    'summary',
    'dc:description',
    'itunes:summary',
    'media:description',
    'tagline',
  )
  const content = firstOf(item, 'content:encoded', 'content', 'xhtml:body', 'xhtml:div', 'fulltext')
  const publishedAt = dateIn(item, publishedNames)
  return {
    id: entryId(item, url, `${title}\n${publishedAt?.toISOString() ?? ''}`),
    url,
    title,
    summaryHtml: bounded(htmlOf(summary)),
    contentHtml: bounded(htmlOf(content)),
    author: author(item),
    publishedAt,
    updatedAt: dateIn(item, ['updated', 'modified', 'dcterms:modified', 'atom:updated', 'lastbuilddate']),
    keywords: keywords(item),
    image: entryImage(item, base),
  }
}

const publishedNames = [
  'pubdate',
  'published',
  'dcterms:issued',
  'issued',
  'dc:date',
  'dcterms:created',
  'created',
  'dcterms:date',
  'date',
]

/** When the entry was published, read alone so that thousands can be put in order. */
export function entryDate(item: XmlElement): Date | null {
  return dateIn(item, [...publishedNames, 'updated', 'modified'])
}

function dateIn(item: XmlElement, names: readonly string[]): Date | null {
  for (const name of names) {
    const text = textOf(firstOf(item, name))
    const date = text === '' ? null : parseFeedDate(text)
    if (date !== null) return date
  }
  return null
}

/** The page of the entry: FeedBurner's original, the link that is one, or a guid that says it is a URL. */
function entryUrl(item: XmlElement, base: string): string | null {
  const original = resolveUrl(textOf(firstOf(item, 'feedburner:origlink')), base)
  if (original !== null) return original
  const links = childrenOf(item, 'link').map((link) => linkUrl(link, base))
  const linked = links.find((url) => url !== null)
  if (linked !== undefined) return linked
  const guid = firstOf(item, 'guid', 'id')
  const permanent = guid?.attributes.get('isPermaLink')?.trim().toLowerCase() !== 'false'
  if (guid !== undefined && permanent && /^\s*https?:/i.test(textOf(guid))) return resolveUrl(textOf(guid), base)
  return resolveUrl(item.attributes.get('rdf:about'), base)
}

/** RSS writes the URL as text, Atom as an attribute with a relation; only `alternate` is the page itself. */
function linkUrl(link: XmlElement, base: string): string | null {
  const relation = link.attributes.get('rel')?.trim().toLowerCase()
  const type = link.attributes.get('type') ?? 'text/html'
  if ((relation !== undefined && relation !== 'alternate' && relation !== '') || !/html|^text\/plain/i.test(type))
    return null
  return resolveUrl(link.attributes.get('href') ?? textOf(link), baseOf(link, base))
}

function entryId(item: XmlElement, url: string | null, fallback: string): string {
  const id = textOf(firstOf(item, 'guid', 'id', 'dc:identifier')) || item.attributes.get('rdf:about')?.trim() || url
  return id !== null && id !== '' && id.length <= feedLimits.idCharsMax ? id : `sha256:${hash(id ?? fallback)}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An Atom entry without an author of its own has its feed's (RFC 4287, 4.1.1). */
function author(item: XmlElement): string | null {
  const holders = item.parent?.local === 'feed' ? [item, item.parent] : [item]
  for (const holder of holders) {
    for (const name of ['author', 'dc:creator', 'itunes:author', 'dc:author']) {
      const names = new Set(childrenOf(holder, name).map(personName).filter(Boolean))
      if (names.size > 0) return [...names].join(', ').slice(0, feedLimits.authorCharsMax)
    }
  }
  return null
}

/** Atom: a name inside. RSS: `mail@example.com (Name)`, `Name (mail@example.com)`, or just a name. */
function personName(element: XmlElement): string {
  const text = oneLine(textOf(firstOf(element, 'name') ?? element).slice(0, feedLimits.authorCharsMax * 2))
  const [, named] = /^\S+@\S+ \((.+)\)$/.exec(text) ?? /^(.+) \(\S+@\S+\)$/.exec(text) ?? []
  return (named ?? text).trim()
}

function keywords(item: XmlElement): string[] {
  const found = new Set<string>()
  const categories = [...childrenOf(item, 'category'), ...childrenOf(item, 'dc:subject')]
  const lists = [...childrenOf(item, 'media:keywords'), ...childrenOf(item, 'itunes:keywords')]
  const words = [
    ...categories.map(
      (category) => category.attributes.get('label') ?? (textOf(category) || category.attributes.get('term')),
    ),
    ...lists.flatMap((list) => textOf(list).split(/[,،]/, feedLimits.keywordsMax)),
  ]
  for (const word of words) {
    const keyword = oneLine((word ?? '').slice(0, feedLimits.keywordCharsMax))
    if (keyword !== '' && found.size < feedLimits.keywordsMax) found.add(keyword)
  }
  return [...found]
}

function bounded(html: string | null): string | null {
  return html?.slice(0, feedLimits.htmlCharsMax).toWellFormed() ?? null
}
