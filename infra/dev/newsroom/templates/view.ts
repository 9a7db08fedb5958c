import type { Article } from '../article.ts'
import type { Markup } from '../markup.ts'

export type Link = { title: string; url: string }
export type Comment = { name: string; text: string }

/** Everything a publisher's template may show around an article. */
export type ArticleView = {
  article: Article
  url: string
  homeUrl: string
  feedUrl: string
  imageUrl: string | undefined
  sections: readonly Link[]
  section: Link
  /** Shown between the paragraphs of the text. */
  readAlso: readonly Link[]
  similar: readonly Link[]
  mostRead: readonly Link[]
  comments: readonly Comment[]
}

export type ArticleTemplate = (view: ArticleView) => Markup
