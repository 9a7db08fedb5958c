import type { Article } from '../article.ts'
import type { Publisher } from '../publishers.ts'

/** What every feed format is written from. */
export type Channel = {
  publisher: Publisher
  homeUrl: string
  feedUrl: string
  /** When the newest entry appeared or last changed. */
  updatedAt: Date
  entries: readonly FeedEntry[]
}

export type FeedEntry = {
  article: Article
  url: string
  imageUrl: string | undefined
}

/** The first paragraph, as most publishers put no more into their feeds. */
export function summaryOf(article: Article): string {
  return article.paragraphs[0] ?? article.title
}
