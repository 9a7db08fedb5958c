import { createHash } from 'node:crypto'

import { PermanentError } from '@rafid/errors'

import { parseFeedDate } from './feed-date.ts'
import { feedHints, noHints } from './feed-hints.ts'
import { feedLimits } from './feed-limits.ts'
import { oneLine, withoutTags } from './markup.ts'
import { newestFirst } from './newest-first.ts'
import type { FeedEntry, ParsedFeed } from './parsed-feed.ts'
import { resolveUrl } from './resolve-url.ts'

type JsonObject = Readonly<Record<string, unknown>>

/**
 * Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), with or without its version.
 *
 * @throws PermanentError `feed.not_a_feed` when it is JSON of another kind, or none
 */
export function readJsonFeed(text: string, feedUrl: string): ParsedFeed {
  const feed = parseLeniently(text)
  const items = isObject(feed) ? field(feed, 'items') : undefined
  if (!isObject(feed) || !Array.isArray(items)) throw new PermanentError('feed.not_a_feed', 'JSON without items')
  const { kept, dropped } = newestFirst(items.filter(isObject), (item) => date(item, 'date_published'))
  return {
    format: 'json',
    title: line(feed, 'title', feedLimits.titleCharsMax) || null,
    siteUrl: resolveUrl(string(feed, 'home_page_url'), feedUrl),
    lang: line(feed, 'language', 35) || null,
    hints: feedHints({ ...noHints, hubs: hubs(feed, feedUrl), selfUrl: resolveUrl(string(feed, 'feed_url'), feedUrl) }),
    entries: kept.map((item) => readItem(item, feedUrl)),
    entriesDropped: dropped,
  }
}

function hubs(feed: JsonObject, feedUrl: string): (string | null)[] {
  const list = field(feed, 'hubs')
  return Array.isArray(list) ? list.filter(isObject).map((hub) => resolveUrl(string(hub, 'url'), feedUrl)) : []
}

function readItem(item: JsonObject, feedUrl: string): FeedEntry {
  const url = resolveUrl(string(item, 'url') || string(item, 'external_url'), feedUrl)
  const title = line(item, 'title', feedLimits.titleCharsMax)
  const publishedAt = date(item, 'date_published')
  const html = string(item, 'content_html') || escapeText(string(item, 'content_text'))
  return {
    id: entryId(string(item, 'id').trim() || url, `${title}\n${publishedAt?.toISOString() ?? ''}`),
    url,
    title,
    summaryHtml: bounded(escapeText(string(item, 'summary'))),
    contentHtml: bounded(html),
    author: authorOf(item),
    publishedAt,
    updatedAt: date(item, 'date_modified'),
    keywords: keywords(field(item, 'tags')),
    image: resolveUrl(string(item, 'image') || string(item, 'banner_image'), feedUrl),
  }
}

/** Publishers build JSON by hand, with commas before brackets and raw line breaks in strings. */
function parseLeniently(text: string): unknown {
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

function entryId(id: string | null, fallback: string): string {
  if (id !== null && id !== '' && id.length <= feedLimits.idCharsMax) return id
  return `sha256:${createHash('sha256')
    .update(id || fallback)
    .digest('hex')}`
}

function authorOf(item: JsonObject): string | null {
  const authors = field(item, 'authors')
  const [first] = Array.isArray(authors) ? authors.filter(isObject) : []
  const author = first ?? field(item, 'author')
  return (isObject(author) && line(author, 'name', feedLimits.authorCharsMax)) || null
}

function keywords(tags: unknown): string[] {
  if (!Array.isArray(tags)) return []
  const words = tags.slice(0, feedLimits.keywordsMax).filter((tag) => typeof tag === 'string')
  return [...new Set(words.map((word) => oneLine(word.slice(0, feedLimits.keywordCharsMax))))].filter(Boolean)
}

function bounded(html: string): string | null {
  return html.trim() === '' ? null : html.slice(0, feedLimits.htmlCharsMax).toWellFormed()
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
