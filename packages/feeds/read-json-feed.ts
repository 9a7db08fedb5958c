import { parseFeedDate } from '@rafid/dates'
import { PermanentError } from '@rafid/errors'

import { bounded } from './entry-keywords.ts'
import { entryId } from './entry-id.ts'
import { namesOf } from './entry-people.ts'
import { feedHints, noHints } from './feed-hints.ts'
import { feedLimits } from './feed-limits.ts'
import { oneLine, withoutTags } from './markup.ts'
import { NewestEntries } from './newest-entries.ts'
import type { Attachment, FeedEntry, ParsedFeed, Person } from './parsed-feed.ts'
import type { EntryContext } from './read-entry.ts'
import { resolveUrl } from './resolve-url.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { escapeText } from './text-construct.ts'

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [34, 92, 91, 93, 123, 125]

type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), with or without its version.
 *
 * @param latest dates after it say nothing; null to believe them all
 * @throws PermanentError `feed.not_a_feed` when it is JSON of another kind, or none
 */
export function readJsonFeed(text: string, feedUrl: string, latest: Date | null): ParsedFeed {
  const feed = parseLeniently(text)
  const items = isObject(feed) ? field(feed, 'items') : undefined
  if (!isObject(feed) || (!Array.isArray(items) && !isJsonFeed(feed))) {
    throw new PermanentError('feed.not_a_feed', 'JSON without items')
  }
  const newest = new NewestEntries<JsonObject>((item) => date(item, 'date_published')?.getTime() ?? null)
  for (const item of Array.isArray(items) ? items : []) if (isObject(item)) newest.add(item)
  const authors = people(feed, feedUrl)
  return {
    format: 'json',
    id: string(feed, 'feed_url').slice(0, feedLimits.idCharsMax) || null,
    title: line(feed, 'title', feedLimits.titleCharsMax) || null,
    subtitleHtml: html(escapeText(string(feed, 'description')), feedUrl),
    siteUrl: resolveUrl(string(feed, 'home_page_url'), feedUrl),
    lang: line(feed, 'language', 35) || null,
    rights: null,
    generator: null,
    image: resolveUrl(string(feed, 'icon') || string(feed, 'favicon'), feedUrl),
    authors,
    categories: [],
    publishedAt: null,
    updatedAt: null,
    hints: feedHints({ ...noHints, hubs: hubs(feed, feedUrl), selfUrl: resolveUrl(string(feed, 'feed_url'), feedUrl) }),
    entries: newest
      .take()
      .map((item) => readItem(item, { siteUrl: feedUrl, latest, authors, keywords: [], categories: [] })),
    entriesDropped: newest.dropped,
    parts: [],
  }
}

function isJsonFeed(feed: JsonObject): boolean {
  return string(feed, 'version').includes('jsonfeed.org')
}

function hubs(feed: JsonObject, feedUrl: string): (string | null)[] {
  const list = field(feed, 'hubs')
  return Array.isArray(list) ? list.filter(isObject).map((hub) => resolveUrl(string(hub, 'url'), feedUrl)) : []
}

function readItem(item: JsonObject, { siteUrl: feedUrl, latest, authors }: EntryContext): FeedEntry {
  const url = resolveUrl(string(item, 'url') || string(item, 'external_url'), feedUrl)
  const title = line(item, 'title', feedLimits.titleCharsMax)
  const publishedAt = past(date(item, 'date_published'), latest)
  const content = string(item, 'content_html') || escapeText(string(item, 'content_text'))
  const own = people(item, feedUrl)
  const image = resolveUrl(string(item, 'image') || string(item, 'banner_image'), feedUrl)
  return {
    id: entryId(string(item, 'id').trim() || (url ?? ''), [title, publishedAt?.toISOString() ?? '']),
    url,
    title,
    summaryHtml: html(escapeText(string(item, 'summary')), url ?? feedUrl),
    contentHtml: html(content, url ?? feedUrl),
    author: namesOf(own.length > 0 ? own : authors),
    authors: own.length > 0 ? own : [...authors],
    publishedAt,
    updatedAt: past(date(item, 'date_modified'), latest),
    publishedFrom: publishedAt && {
      from: 'date_published',
      written: string(item, 'date_published').slice(0, feedLimits.dateCharsMax),
    },
    keywords: keywords(field(item, 'tags')),
    categories: keywords(field(item, 'tags')),
    image,
    enclosures: attachments(field(item, 'attachments'), feedUrl),
    media: [],
    thumbnails: [],
    commentsUrl: null,
    rights: null,
    lang: line(item, 'language', 35) || null,
    place: null,
    source: null,
    inReplyTo: null,
  }
}

function past(at: Date | null, latest: Date | null): Date | null {
  return at !== null && latest !== null && at.getTime() > latest.getTime() ? null : at
}

function attachments(list: unknown, feedUrl: string): Attachment[] {
  const objects = Array.isArray(list) ? list.slice(0, feedLimits.attachmentsMax).filter(isObject) : []
  return objects.flatMap((attachment) => {
    const url = resolveUrl(string(attachment, 'url'), feedUrl)
    const bytes = Number(string(attachment, 'size_in_bytes') || Number.NaN)
    const type = string(attachment, 'mime_type').slice(0, 100) || null
    const title = line(attachment, 'title', feedLimits.titleCharsMax) || null
    return url === null ? [] : [{ url, type, bytes: Number.isSafeInteger(bytes) ? bytes : null, title }]
  })
}

/** Publishers build JSON by hand, with commas before brackets and raw line breaks in strings. */
function parseLeniently(text: string): unknown {
  if (isDeep(text)) throw new PermanentError('feed.not_a_feed', 'JSON that nests too deep')
  // oxlint-disable-next-line no-control-regex -- JSON allows none of them in a string, and a space does no harm elsewhere
  const tidy = text.replace(/^\ufeff+/, '').replaceAll(/[\u0000-\u001f]/g, ' ')
  for (const attempt of [tidy, tidy.replaceAll(/,(?= {0,100}[\]}])/g, '')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt is more lenient; after the last one the text is no JSON.
    }
  }
  throw new PermanentError('feed.not_a_feed', 'neither XML nor JSON')
}

/** Parsers go as deep as the text does, and take memory for each step. */
function isDeep(text: string): boolean {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length && depth <= feedLimits.jsonDepthMax; at++) {
    const code = text.charCodeAt(at)
    if (isString && code === backslash) at++
    else if (code === quote) isString = !isString
    else if (!isString && (code === openBracket || code === openBrace)) depth++
    else if (!isString && (code === closeBracket || code === closeBrace)) depth--
  }
  return depth > feedLimits.jsonDepthMax
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own properties only: a feed has no say in what `constructor` is. */
function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Numbers count as text, for ids are numbers in many feeds. */
function string(object: JsonObject, name: string): string {
  const value = field(object, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function line(object: JsonObject, name: string, charsMax: number): string {
  return oneLine(withoutTags(string(object, name).slice(0, charsMax * 4))).slice(0, charsMax)
}

function date(object: JsonObject, name: string): Date | null {
  return parseFeedDate(string(object, name))
}

/** Version 1.1 has a list of authors, version 1.0 had one. */
function people(holder: JsonObject, feedUrl: string): Person[] {
  const list = field(holder, 'authors')
  const written = Array.isArray(list) && list.length > 0 ? list : [list, field(holder, 'author')]
  return written
    .slice(0, feedLimits.authorsMax)
    .filter(isObject)
    .flatMap((author) => {
      const name = line(author, 'name', feedLimits.authorCharsMax) || null
      const url = resolveUrl(string(author, 'url'), feedUrl)
      return name === null && url === null ? [] : [{ name, email: null, url }]
    })
}

function keywords(tags: unknown): string[] {
  return Array.isArray(tags)
    ? bounded(tags.slice(0, feedLimits.keywordsMax * 4).filter((tag) => typeof tag === 'string'))
    : []
}

function html(written: string, base: string): string | null {
  const clean = sanitiseHtml(written.slice(0, feedLimits.htmlCharsMax), base).trim()
  return clean === '' ? null : clean.toWellFormed()
}
