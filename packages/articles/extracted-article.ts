import type { Attribution } from './article-attribution.ts'

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
  updatedAt: Date | null
  /** Absolute http(s) address. */
  image: string | null
  keywords: string[]
  /** Who published it first. */
  attribution: Attribution | null
  readAlso: { title: string; url: string | null }[]
  canonicalUrl: string | null
  /** From 0 to 1: how much the text looks like an article. */
  confidence: number
}
