import type { IndexedArticle, ListedArticle } from './article-index.ts'

/** Length of a summary, in UTF-16 units. */
const summaryMax = 280
/** What is read for one, since runs of blanks shrink. */
const readMax = 2 * summaryMax

/** An article as lists show it. */
export function listed(article: IndexedArticle, copies: number): ListedArticle {
  const { text, html: _html, ...others } = article
  return { ...others, summary: summaryOf(text), copies }
}

/** The beginning of a text. */
export function summaryOf(text: string): string {
  return shorten(text.slice(0, readMax).replaceAll(/\s+/g, ' '))
}

/** Cut at the end of a word. */
function shorten(text: string): string {
  if (text.length <= summaryMax) return text
  const end = text.lastIndexOf(' ', summaryMax)
  return `${text.slice(0, end > summaryMax / 2 ? end : summaryMax)}…`
}
