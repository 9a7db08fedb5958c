import type { FeedHints } from './feed-hints.ts'

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'cdf' | 'sitemap' | 'html'

/** Who wrote something, as far as the feed tells. */
export type Person = { name: string | null; email: string | null; url: string | null }

/** A file that belongs to an entry. */
export type Attachment = { url: string; type: string | null; bytes: number | null; title: string | null }

/** What a feed says of itself and of its newest entries. */
export type ParsedFeed = {
  format: FeedFormat
  id: string | null
  title: string | null
  subtitleHtml: string | null
  siteUrl: string | null
  lang: string | null
  rights: string | null
  generator: string | null
  image: string | null
  authors: Person[]
  categories: string[]
  publishedAt: Date | null
  updatedAt: Date | null
  hints: FeedHints
  /** Newest first where there are too many and dates tell, otherwise in the order of the feed. */
  entries: FeedEntry[]
  /** Entries beyond the newest 500. */
  entriesDropped: number
  /** Other documents of the same kind that hold the entries: the members of a sitemap index. */
  parts: string[]
}

/** Where a date came from. */
export type DateSource = {
  /** Name of the element or member, with the prefix of its vocabulary. */
  from: string
  /** As the publisher wrote it, at most 120 characters. */
  written: string
}

/** One entry: evidence, not truth. URLs are absolute http(s); HTML is sanitised. */
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
  authors: Person[]
  publishedAt: Date | null
  updatedAt: Date | null
  /** Of `publishedAt`; null when there is none, or it says a time that has yet to come. */
  publishedFrom: DateSource | null
  keywords: string[]
  /** The same as the publisher tells them apart: the terms of Atom, not their labels. */
  categories: string[]
  image: string | null
  enclosures: Attachment[]
  /** Files that Media RSS tells of, groups included. */
  media: Attachment[]
  thumbnails: string[]
  commentsUrl: string | null
  rights: string | null
  lang: string | null
  /** What the entry is about, in degrees (WGS 84). */
  place: { longitude: number; latitude: number } | null
  /** The feed or newspaper that the entry was taken from. */
  source: { title: string | null; url: string | null } | null
  /** The entry that this one answers, by its id (RFC 4685). */
  inReplyTo: string | null
}
