import type { Article, Relation } from '@rafid/contracts'
import { analyse, words } from '@rafid/text'
import type { AnalysedTerm } from '@rafid/text'
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

/** What words count for by where they stand: so many times as they are there. News tells first what it is about. */
const titleWeight = 3
const tagWeight = 2
const leadWeight = 2
const leadWords = 32

/** An article as the cluster keeps it; the fields are those of the layout. */
export function articleDocument(article: Article, decided: Relation, standing: Standing): object {
  const { lang } = article
  const sortAt = sortAtOf(article)
  const [title, text] = [analyse(article.title, lang), analyse(article.text, lang)]
  const tags = article.keywords.map((tag) => analyse(tag, lang))
  const parts = [title, text, ...tags]
  const weighed = [
    ...Array.from({ length: titleWeight }, () => title),
    ...Array.from({ length: tagWeight }, () => tags.flat()),
    ...Array.from({ length: leadWeight - 1 }, () => text.slice(0, leadWords)),
    text,
  ]
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
    stemsOf: { [languageField(lang)]: weighed.map(stemsIn).join(' ') },
    // One text for the words of all fields; the values of a list are far apart, so that no phrase goes from one to the next.
    stems: parts.map(stemsIn),
    words: parts.map((terms) => terms.map(({ exact }) => exact).join(' ')),
    sourceWords: nameWords(article.source.name),
    authorWords: article.author === null ? null : nameWords(article.author),
    tagNames: article.keywords.map(nameWords),
    article,
    relation: relationNow(article.id, decided, standing.root),
  }
}

function stemsIn(terms: readonly AnalysedTerm[]): string {
  return terms.map(({ stem }) => stem).join(' ')
}

/** The field of all languages that have none of their own: a publisher of invented ones cannot have the cluster make thousands. */
export const otherLanguages = 'other'

/** The field that holds the stems of articles in a language. */
export function languageField(lang: string | null): string {
  return lang !== null && /^[a-z]{2}$/.test(lang) ? lang : otherLanguages
}

/** A name as it is compared with another, whatever the language. */
export function nameWords(name: string): string {
  return words(name).join(' ')
}
