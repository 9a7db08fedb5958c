import type { IndexedArticle, ListedArticle } from './article-index.ts'

/** Length of a summary, in UTF-16 units. */
const summaryMax = 280

/** An article as lists show it. */
export function listed(article: IndexedArticle, copies: number): ListedArticle {
  return { ...article, summary: shorten(article.text.replaceAll(/\s+/g, ' ')), copies }
}

/** Cut at the end of a word. */
function shorten(text: string): string {
  if (text.length <= summaryMax) return text
  const end = text.lastIndexOf(' ', summaryMax)
  return `${text.slice(0, end > summaryMax / 2 ? end : summaryMax)}…`
}
