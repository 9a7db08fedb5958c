import type { Article } from '@rafid/contracts'
import { formsIn } from '@rafid/text'
import type { WordForms } from '@rafid/text'
import { countTerms, encodeTerms } from './term-codes.ts'

/** What the text table holds of an article: a value for each of its columns. */
export type TextEntry = {
  readonly title: string
  readonly body: string
  readonly keywords: string
  /** The exact forms that differ from their stems, each once. */
  readonly forms: string
  readonly source: string
  readonly author: string
  readonly tag: string
  /** All words as numbers. */
  readonly terms: Uint8Array
  /** How many words count for its rank. */
  readonly wordCount: number
}

/** Words of a text beyond these are not searched for. */
const wordsMax = 100_000

/** What an article is found by. */
export function textEntry(article: Article, lang: string | null): TextEntry {
  const title = formsIn(article.title, lang)
  const body = formsIn(article.text, lang).slice(0, wordsMax)
  const keywords = article.keywords.flatMap((keyword) => formsIn(keyword, lang)).slice(0, wordsMax)
  const terms = encodeTerms(title, body, keywords)
  return {
    title: stems(title),
    body: stems(body),
    keywords: stems(keywords),
    forms: forms(title, body, keywords),
    source: exactWords(article.source.name),
    author: exactWords(article.author ?? ''),
    tag: article.keywords.map((keyword) => wholeValue(keyword)).join(' '),
    terms,
    wordCount: countTerms(terms),
  }
}

/** The words of a name, of which a part is found too. */
export function exactWords(name: string): string {
  return formsIn(name, null)
    .map(({ exact }) => exact)
    .join(' ')
}

/** A value that is found as a whole only, as one word. */
export function wholeValue(value: string): string {
  return `_${formsIn(value, null)
    .map(({ exact }) => exact)
    .join('_')}`
}

function stems(terms: readonly WordForms[]): string {
  return terms.map(({ stem }) => stem).join(' ')
}

function forms(...lists: readonly (readonly WordForms[])[]): string {
  const found = new Set<string>()
  for (const terms of lists) {
    for (const { stem, exact } of terms) if (exact !== stem) found.add(exact)
  }
  return [...found].join(' ')
}
