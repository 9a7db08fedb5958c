import { parseFeedDate } from '@rafid/dates'

import { entryId } from './entry-id.ts'
import { categoriesOf, keywordsOf } from './entry-keywords.ts'
import { entryUrl, relationOf, urlOf } from './entry-links.ts'
import { entryMedia } from './entry-media.ts'
import { namesOf, peopleOf } from './entry-people.ts'
import { entryPlace } from './entry-place.ts'
import { feedLimits } from './feed-limits.ts'
import { Fields } from './fields.ts'
import type { DateSource, FeedEntry, Person } from './parsed-feed.ts'
import { resolveUrl } from './resolve-url.ts'
import { htmlOf, isAtoms, plainTextOf } from './text-construct.ts'
import { baseOf, childrenOf, langOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const publishedNames = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'created',
  'dcterms:date',
  'date',
  'news:publication_date',
  'itunes:pubdate',
]
const updatedNames = [
  'updated',
  'modified',
  'dcterms:modified',
  'dc:modified',
  'lastmod',
  'lastbuilddate',
  'atom:updated',
]
const titleNames = ['title', 'dc:title', 'media:title', 'news:title', 'itunes:title']
const summaryNames = [
  'description',
  'summary',
  'dc:description',
  'itunes:summary',
  'googleplay:description',
  'abstract',
  'tagline',
  'itunes:subtitle',
]
const contentNames = ['content:encoded', 'content', 'xhtml:body', 'xhtml:div', 'fulltext', 'fullitem', 'body']
const authorNames = [
  'author',
  'dc:creator',
  'itunes:author',
  'dc:author',
  'googleplay:author',
  'creator',
  'media:credit',
]

/** What an entry is read with. */
export type EntryContext = {
  /** What relative URLs start from where the entry does not say: the feed's site in RSS, the feed itself in Atom. */
  readonly siteUrl: string
  /** Dates after it say nothing. */
  readonly latest: Date | null
  /** Entries without authors of their own have the feed's (RFC 4287, 4.1.1). */
  readonly authors: readonly Person[]
  /** Entries that do not say what they are about are about what the feed is. */
  readonly keywords: readonly string[]
  readonly categories: readonly string[]
}

/**
 * Reads an entry of any XML dialect. Feeds mix them (Atom's elements in RSS, Dublin Core in both), so each field is
 * looked for under every name it goes by, the most telling one first.
 */
export function readEntry(item: XmlElement, context: EntryContext): FeedEntry {
  const { siteUrl, latest, authors, keywords, categories } = context
  const fields = new Fields(item)
  const base = baseOf(item, siteUrl)
  const files = entryMedia(fields, base)
  const url = entryUrl(fields, base) ?? files.enclosures[0]?.url ?? null
  const title = titleOf(fields)
  const { publishedAt, updatedAt, publishedFrom } = datesOf(fields, latest)
  const own = ownAuthors(fields, base)
  const people = own.length === 0 ? [...authors] : own
  const htmlBase = isAtoms(item) || base !== siteUrl ? base : (url ?? base)
  const content = fields.first(...contentNames)
  const summary = fields.first(...summaryNames) ?? (content === undefined ? mediaDescription(fields) : undefined)
  const summaryHtml = htmlOf(summary, htmlBase)
  const contentHtml = htmlOf(content, htmlBase)
  const written = fields.text('guid', 'id', 'dc:identifier') || item.attributes.get('rdf:about')?.trim() || (url ?? '')
  return {
    id: entryId(written, [title, publishedAt?.toISOString() ?? '']),
    url,
    title,
    summaryHtml,
    contentHtml,
    author: namesOf(people),
    authors: people,
    publishedAt,
    updatedAt,
    publishedFrom,
    keywords: orElse(keywordsOf(fields), keywords),
    categories: orElse(categoriesOf(fields), categories),
    ...files,
    image: files.image ?? firstPicture(contentHtml) ?? firstPicture(summaryHtml),
    commentsUrl: commentsOf(fields, base),
    rights: plainTextOf(fields.first('rights', 'copyright', 'dc:rights', 'media:copyright')) || null,
    lang: (fields.text('dc:language', 'language').slice(0, 35) || langOf(item)) ?? null,
    place: entryPlace(fields),
    source: sourceOf(fields, base),
    inReplyTo: fields.all('thr:in-reply-to')[0]?.attributes.get('ref')?.slice(0, feedLimits.idCharsMax) ?? null,
  }
}

const dateNames = new Set([...publishedNames, ...updatedNames])

/** Some date of the entry, read alone so that thousands can be put in order. */
export function entryTime(item: XmlElement): number | null {
  for (const child of item.children) {
    const isDate = typeof child !== 'string' && dateNames.has(child.key)
    const at = isDate ? parseFeedDate(textOf(child)) : null
    if (at !== null) return at.getTime()
  }
  return null
}

function orElse(own: string[], feeds: readonly string[]): string[] {
  return own.length > 0 ? own : [...feeds]
}

function titleOf(fields: Fields): string {
  for (const name of titleNames) {
    const title = plainTextOf(fields.first(name))
    if (title !== '') return title
  }
  return ''
}

/** The dates of an entry; what lies in the future is a mistake and not taken. */
function datesOf(fields: Fields, latest: Date | null) {
  const published = fields.date(publishedNames)
  const updated = fields.date(updatedNames)
  const isPast = (at: Date): boolean => latest === null || at.getTime() <= latest.getTime()
  const changed = updated !== null && isPast(updated.at) ? updated : null
  // Atom demands only the day of the last change.
  const first = published !== null && isPast(published.at) ? published : changed
  const publishedFrom: DateSource | null = first && {
    from: first.element.key,
    written: textOf(first.element).slice(0, feedLimits.dateCharsMax),
  }
  return { publishedAt: first?.at ?? null, updatedAt: changed?.at ?? attributeDate(fields.element), publishedFrom }
}

/** CDF has its dates in attributes. */
export function attributeDate(element: XmlElement): Date | null {
  return parseFeedDate(element.attributes.get('lastmod') ?? '')
}

function mediaDescription(fields: Fields): XmlElement | undefined {
  const groups = fields.allOf('media:group', 'media:content')
  const holders = [fields.element, ...groups, ...groups.flatMap((group) => childrenOf(group, 'media:content'))]
  return holders.flatMap((holder) => childrenOf(holder, 'media:description'))[0]
}

/** Pictures of a size of one are there to count readers. */
function firstPicture(html: string | null): string | null {
  for (const [tag, url = ''] of (html ?? '').matchAll(/<img [^<>]{0,2000}?src="([^"<>]{1,2000})"[^<>]{0,2000}>/g)) {
    if (!/ (?:width|height)="[01]"/.test(tag)) return url.replaceAll('&amp;', '&')
  }
  return null
}

function ownAuthors(fields: Fields, base: string): Person[] {
  const own = peopleOf(fields, base, authorNames)
  if (own.length > 0) return own
  // An entry taken from another feed has that one's authors.
  const [source] = fields.all('source')
  return source === undefined ? [] : peopleOf(new Fields(source), base, ['author'])
}

/** Replies may also be a feed of their own. */
function isPage(link: XmlElement): boolean {
  return /html/i.test(link.attributes.get('type') ?? '')
}

function commentsOf(fields: Fields, base: string): string | null {
  const comments = fields.first('comments')
  if (comments !== undefined) return resolveUrl(textOf(comments), baseOf(comments, base))
  const replies = fields.all('link').find((link) => relationOf(link) === 'replies' && isPage(link))
  return replies === undefined ? null : urlOf(replies, base)
}

/** RSS names the feed an entry came from as text with a URL, Atom by the feed's own elements. */
function sourceOf(fields: Fields, base: string): FeedEntry['source'] {
  const source = fields.first('source', 'dc:source')
  if (source === undefined) return null
  const inside = new Fields(source)
  const nested = inside.first('title')
  const title =
    nested === undefined ? childrenOf(source, 'link').length === 0 && plainTextOf(source) : plainTextOf(nested)
  const link = inside.all('link').find((each) => /^(?:|alternate)$/.test(relationOf(each)))
  const url = link === undefined ? resolveUrl(source.attributes.get('url'), baseOf(source, base)) : urlOf(link, base)
  return { title: title || null, url }
}
