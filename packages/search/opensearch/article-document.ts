import type { Article, Relation } from '@rafid/contracts'
import { analyse, words } from '@rafid/text'
import { shortKey } from './short-key.ts'
import { relationNow, standingFields } from './standing.ts'
import type { Standing } from './standing.ts'

/** Corrections of where an article stands count a version each; so many have room between two fetches of one millisecond. */
export const versionStep = 1_024

/** The number by which the cluster tells which of two deliveries is newer. */
export function versionOf(article: Article): number {
  return Date.parse(article.fetchedAt) * versionStep
}

/**
 * Publishers date articles in the future; an article is never newer than its fetch.
 *
 * @returns milliseconds since 1970
 */
export function sortAtOf(article: Article): number {
  const fetchedAt = Date.parse(article.fetchedAt)
  return article.publishedAt === null ? fetchedAt : Math.min(Date.parse(article.publishedAt), fetchedAt)
}

/** News tells first what it is about. */
const leadWords = 32

/** An article as the cluster keeps it; the fields are those of the layout. */
export function articleDocument(article: Article, decided: Relation, standing: Standing): object {
  const { lang } = article
  const sortAt = sortAtOf(article)
  const title = analyse(article.title, lang)
  const text = analyse(article.text, lang)
  const parts = [title, text, ...article.keywords.map((tag) => analyse(tag, lang))]
  const stems = (terms: typeof title): string => terms.map((term) => term.stem).join(' ')
  const exact = (terms: typeof title): string => terms.map((term) => term.exact).join(' ')
  return {
    id: article.id,
    sortAt,
    fetchedAt: Date.parse(article.fetchedAt),
    day: new Date(sortAt).toISOString().slice(0, 10),
    lang,
    source: article.source.name,
    tags: [...new Set(article.keywords)],
    idKey: shortKey(article.id),
    ...standingFields(article.id, standing),
    titleStems: stems(title),
    titleWords: exact(title),
    tagStems: parts.slice(2).map(stems),
    leadStems: stems(text.slice(0, leadWords)),
    // One text for the words of all fields; the values of a list are far apart, so that no phrase goes from one to the next.
    stems: parts.map(stems),
    words: parts.map(exact),
    sourceWords: nameWords(article.source.name),
    authorWords: article.author === null ? null : nameWords(article.author),
    tagNames: article.keywords.map(nameWords),
    article,
    relation: relationNow(article.id, decided, standing.root),
  }
}

/** A name as it is compared with another, whatever the language. */
export function nameWords(name: string): string {
  return words(name).join(' ')
}
