import type { Attribution } from './article-attribution.ts'
import type { ArticleProvenance } from './article-metadata.ts'
import type { TextOrigin } from './body-candidates.ts'
import type { PageKind } from './page-kind.ts'

/** What the feed says of an article: evidence, not truth. */
export type ArticleHints = {
  title?: string
  author?: string
  publishedAt?: Date
  keywords?: string[]
  image?: string
  summaryHtml?: string
  contentHtml?: string
  lang?: string
}

/** An article as read from its page. */
export type ExtractedArticle = {
  title: string
  /** Paragraphs apart by a blank line. */
  text: string
  /** The same as clean HTML: allow-listed elements, absolute addresses. */
  html: string
  /** BCP-47 primary tag. */
  lang: string | null
  author: string | null
  publishedAt: Date | null
  /**
   * YYYY-MM-DD on the publisher's own calendar: half past one at night in Mecca is of that day, though `publishedAt` then
   * lies on the day before in UTC.
   */
  publishedDay: string | null
  updatedAt: Date | null
  /** The section of its site, as declared or as the path on the page shows it. */
  section: string | null
  /** Where title, author and date were read, and how sure they are: null for what was not found. */
  provenance: ArticleProvenance
  /** Absolute http(s) address. */
  image: string | null
  keywords: string[]
  /** Who published it first. */
  attribution: Attribution | null
  /** The place a report was filed from, as its first line says. */
  dateline: string | null
  /** Who took the picture. */
  photoCredit: string | null
  /** Whether the page marks it as breaking news. */
  breaking: boolean
  readAlso: { title: string; url: string | null }[]
  canonicalUrl: string | null
  /** From 0 to 1: how much the text looks like an article. */
  confidence: number
  textFrom: TextOrigin
  /** What the page is; only an article and the beginning of one behind a paywall hold a text worth keeping. */
  kind: PageKind
  /** Why it is taken for that, in a sentence. */
  kindReason: string
}
