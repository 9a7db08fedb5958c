import { decodeBytes } from '@rafid/encoding'
import { CodedError, PermanentError } from '@rafid/errors'
import { readFeed } from '@rafid/feeds'
import type { FeedFormat, ParsedFeed } from '@rafid/feeds'
import { admitUrl } from '@rafid/urls'
import { feedLinks } from './feed-links.ts'
import { publishingRate } from './publishing-rate.ts'

/** What an answer to a GET must tell. */
export type Answer = { readonly url: string; readonly body: Uint8Array; readonly contentType: string | null }

/** A feed that was read. */
export type FoundFeed = {
  /** Where it is in the end, after redirects. */
  readonly url: string
  readonly title: string | null
  readonly siteUrl: string | null
  readonly format: FeedFormat
  readonly lang: string | null
  readonly entries: number
  /** Entries a day; null when its entries tell no dates. */
  readonly entriesPerDay: number | null
  readonly newestAt: Date | null
}

export type Discovery = {
  /** The best first. */
  readonly feeds: FoundFeed[]
  /**
   * How they were found: the address is a feed, its page declares or links to them, or they stand where feeds often do;
   * last, the page itself lists articles and is read as a feed.
   */
  readonly how: 'feed' | 'declared' | 'linked' | 'guessed' | 'listing'
}

/** Addresses that are asked at most, the given one included. */
const requestsMax = 10
const feedsMax = 6

/** Where publishing systems put their feeds. */
const usualPaths = ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json', '?feed=rss2']

type Ask = (url: string) => Promise<Answer>
type Search = { readonly ask: Ask; readonly now: Date; readonly seen: Set<string>; asked: number }

/**
 * Finds the feeds of a site from any of its addresses. One thing is asked at a time, and no more than is needed.
 *
 * @param address as a person gives it: a feed, a page, or a host without a scheme
 * @param options.ask one GET; its errors with a code mean that there is nothing at that address
 * @throws PermanentError `url.*`; `feed.none_found` when no feed can be found; what `ask` throws for the address itself
 */
export async function discoverFeeds(address: string, options: { ask: Ask; now: Date }): Promise<Discovery> {
  const start = admitUrl(withScheme(address.trim()))
  const search: Search = { ...options, seen: new Set([start.href]), asked: 1 }
  const answer = await options.ask(start.href)
  const itself = read(answer, options.now)
  if (itself !== null && itself.format !== 'html') return { feeds: [itself], how: 'feed' }
  const links = feedLinks(decodeBytes(answer.body, { contentType: answer.contentType, kind: 'html' }).text, answer.url)
  for (const how of ['declared', 'linked'] as const) {
    const urls = links.filter(({ isDeclared }) => isDeclared === (how === 'declared')).map(({ url }) => url)
    const feeds = await readAll(search, urls)
    if (feeds.length > 0) return { feeds, how }
  }
  const guesses = usualPaths.map((path) => new URL(`/${path}`, answer.url).href)
  const feeds = await readAll(search, guesses, 1)
  if (feeds.length > 0) return { feeds, how: 'guessed' }
  if (itself !== null) return { feeds: [itself], how: 'listing' }
  throw new PermanentError('feed.none_found', `no feed could be found from ${start.href}`)
}

function withScheme(address: string): string {
  if (/^feed:(?:\/\/)?https?:/i.test(address)) return address.replace(/^feed:(?:\/\/)?/i, '')
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d+(?:\/|$)/.test(address) ? address : `https://${address}`
}

async function readAll(search: Search, urls: readonly string[], wanted = feedsMax): Promise<FoundFeed[]> {
  const found = new Map<string, FoundFeed>()
  for (const url of urls) {
    if (search.asked === requestsMax || found.size >= wanted) break
    if (search.seen.has(url)) continue
    search.seen.add(url)
    search.asked += 1
    const feed = await attempt(search, url)
    if (feed !== null && feed.format !== 'html') found.set(feed.url, found.get(feed.url) ?? feed)
  }
  return [...found.values()]
}

async function attempt({ ask, now }: Search, url: string): Promise<FoundFeed | null> {
  try {
    return read(await ask(url), now)
  } catch (error) {
    if (error instanceof CodedError) return null
    throw error
  }
}

function read({ url, body, contentType }: Answer, now: Date): FoundFeed | null {
  try {
    return describe(url, readFeed(body, { url, contentType, fetchedAt: now }).feed, now)
  } catch (error) {
    if (error instanceof CodedError) return null
    throw error
  }
}

function describe(url: string, { title, siteUrl, format, lang, entries }: ParsedFeed, now: Date): FoundFeed {
  const published = entries.flatMap((entry) => entry.publishedAt ?? entry.updatedAt ?? [])
  const newest = published.reduce<Date | null>((latest, date) => (latest && latest > date ? latest : date), null)
  const entriesPerDay = publishingRate(published, now)
  return { url, title, siteUrl, format, lang, entries: entries.length, entriesPerDay, newestAt: newest }
}
