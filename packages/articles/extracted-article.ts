import type { Attribution } from './article-attribution.ts'
import type { ArticleMetadata } from './article-metadata.ts'
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
export type ExtractedArticle = ArticleMetadata & {
  /** Paragraphs apart by a blank line. */
  text: string
  /** The same as clean HTML: allow-listed elements, absolute addresses. */
  html: string
  /** BCP-47 primary tag. */
  lang: string | null
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
