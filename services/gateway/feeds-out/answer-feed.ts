import { createHash } from 'node:crypto'
import type { ListedArticle } from '@rafid/search'
import type { Context } from 'hono'
import { atom } from './atom.ts'
import { jsonFeed } from './json-feed.ts'
import { entryOf, updatedOf } from './outgoing-feed.ts'

/** Feeds carry so many articles. */
export const feedEntriesMax = 50
/** Caches and readers ask again after this long, in seconds. */
const freshSeconds = 60

const formats = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const

export type FeedFormat = keyof typeof formats

export function isFeedFormat(name: string): name is FeedFormat {
  return Object.hasOwn(formats, name)
}

/** What a feed is about. */
export type FeedList = {
  readonly title: string
  /** The path of the page of the same list. */
  readonly pagePath: string
  readonly articles: readonly ListedArticle[]
}

/**
 * Answers with a feed, or with 304 who has it already.
 *
 * @param publicUrl where we are reached from outside; undefined where that is where the request went
 */
export function answerFeed(
  context: Context,
  { title, pagePath, articles }: FeedList,
  { format, publicUrl }: { readonly format: FeedFormat; readonly publicUrl: string | undefined },
): Response {
  const { url, header } = { url: new URL(context.req.url), header: (name: string) => context.req.header(name) }
  const base = (publicUrl ?? url.origin).replace(/\/$/, '')
  const feed = {
    title: `${title} · Rafid`,
    selfUrl: `${base}${url.pathname}${url.search}`,
    pageUrl: `${base}${pagePath}`,
    entries: articles.map((article) => entryOf(article, base)),
  }
  const body = formats[format].write(feed)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const changed = updatedOf(feed)
  context.header('etag', etag)
  context.header('last-modified', changed.toUTCString())
  context.header('cache-control', `private, max-age=${freshSeconds}`)
  context.header('x-content-type-options', 'nosniff')
  if (isKnown({ etags: header('if-none-match'), since: header('if-modified-since') }, etag, changed)) {
    return context.body(null, 304)
  }
  return context.body(body, 200, { 'content-type': formats[format].type })
}

/**
 * Whether who asks has this state already. The tag decides where there is one: a list can change without a later date.
 *
 * @see RFC 9110, 13.2.2
 */
function isKnown(
  { etags, since }: { readonly etags: string | undefined; readonly since: string | undefined },
  etag: string,
  changed: Date,
): boolean {
  if (etags !== undefined) {
    const known = new Set(etags.split(',').map((one) => one.trim().replace(/^W\//, '')))
    return known.has(etag) || known.has('*')
  }
  if (since === undefined) return false
  return Math.floor(changed.getTime() / 1000) * 1000 <= Date.parse(since)
}
