import type { FeedHints } from './feed-hints.ts'

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json'

/** What a feed says of itself and of its newest entries. */
export type ParsedFeed = {
  format: FeedFormat
  title: string | null
  siteUrl: string | null
  lang: string | null
  hints: FeedHints
  /** Newest first where dates tell, otherwise in the order of the feed. */
  entries: FeedEntry[]
  /** Entries beyond the newest 500. */
  entriesDropped: number
}

/** One entry: evidence, not truth. URLs are absolute http(s); HTML is as the publisher wrote it, not sanitised. */
export type FeedEntry = {
  /**
   * The publisher's identifier as an opaque string, else the URL, else a hash of title and date. Unique only within its
   * feed.
   */
  id: string
  url: string | null
  title: string
  summaryHtml: string | null
  contentHtml: string | null
  author: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  keywords: string[]
  image: string | null
}
