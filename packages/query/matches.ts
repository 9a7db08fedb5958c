import { analyse, isFunctionWord, words } from '@rafid/text'
import type { AnalysedTerm } from '@rafid/text'
import type { Query, QueryField } from './query.ts'

/** What a query can ask of an article. */
export type MatchableArticle = {
  readonly title: string
  readonly text: string
  readonly lang: string | null
  readonly keywords: readonly string[]
  readonly author: string | null
  readonly source: { readonly name: string }
  readonly publishedAt: string | null
  readonly fetchedAt: string
  readonly isOriginal: boolean
  /** The id of its story; null while it is not told. */
  readonly story: string | null
}

/** An article that many queries are asked about: analysed once. */
export type PreparedArticle = {
  readonly article: MatchableArticle
  readonly at: number
  readonly stems: ReadonlySet<string>
  /** Where in its fields a word stands in its exact form; fields lie far enough apart for a phrase to stay in one. */
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** Between the last word of a field and the first of the next, in words. */
const fieldGap = 100

/** Analyses an article for `answers`. */
export function prepareArticle(article: MatchableArticle): PreparedArticle {
  const stems = new Set<string>()
  const places = new Map<string, number[]>()
  let place = 0
  for (const text of [article.title, article.text, ...article.keywords]) {
    for (const { stem, exact } of analyse(text, article.lang)) {
      stems.add(stem)
      const known = places.get(exact)
      if (known === undefined) places.set(exact, [place])
      else known.push(place)
      place += 1
    }
    place += fieldGap
  }
  return { article, at: Date.parse(article.publishedAt ?? article.fetchedAt), stems, places }
}

/**
 * Whether an article answers a query. Of words beside each other it must hold all but function words: an alert has no
 * better articles to show first.
 */
export function answers(prepared: PreparedArticle, query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') {
    const answersPart = (part: Query): boolean => answers(prepared, part)
    return query.kind === 'and' ? query.parts.every(answersPart) : query.parts.some(answersPart)
  }
  if (query.kind === 'not') return !answers(prepared, query.part)
  if (query.kind === 'words') {
    return wantedTerms(query.words, prepared.article.lang).every(({ stem }) => prepared.stems.has(stem))
  }
  if (query.kind === 'phrase') return holdsPhrase(prepared, analyse(query.text, prepared.article.lang))
  if (query.kind === 'prefix') return holdsPrefix(prepared, query.text)
  if (query.kind === 'field') return answersField(prepared.article, query.field, query.value)
  if (query.kind === 'original') return prepared.article.isOriginal
  return query.kind === 'all' || isWithin(prepared.at, query)
}

/** Whether one article answers one query. */
export function matches(query: Query, article: MatchableArticle): boolean {
  return answers(prepareArticle(article), query)
}

/**
 * The terms that an article must hold to answer words beside each other.
 *
 * @param lang of the article
 */
export function wantedTerms(typed: readonly string[], lang: string | null): readonly AnalysedTerm[] {
  const terms = typed.flatMap((word) => analyse(word, lang))
  const telling = lang === null ? terms : terms.filter(({ exact }) => !isFunctionWord(exact, lang))
  return telling.length === 0 ? terms : telling
}

function holdsPhrase({ places }: PreparedArticle, terms: readonly AnalysedTerm[]): boolean {
  const [first, ...rest] = terms
  if (first === undefined) return false
  const others = rest.map(({ exact }) => new Set(places.get(exact)))
  return (places.get(first.exact) ?? []).some((start) => others.every((there, at) => there.has(start + at + 1)))
}

function holdsPrefix({ places }: PreparedArticle, text: string): boolean {
  const beginning = words(text)[0]
  if (beginning === undefined) return false
  for (const word of places.keys()) if (word.startsWith(beginning)) return true
  return false
}

function answersField(article: MatchableArticle, field: QueryField, value: string): boolean {
  if (field === 'source') return holdsName(article.source.name, value)
  if (field === 'author') return article.author !== null && holdsName(article.author, value)
  if (field === 'tag') return article.keywords.some((keyword) => nameKey(keyword) === nameKey(value))
  if (field === 'lang') return article.lang?.toLowerCase() === value.toLowerCase()
  return article.story === value
}

/** Whether a name consists of the given words, or of them and others before or behind. */
function holdsName(name: string, value: string): boolean {
  const key = nameKey(value)
  return key !== '' && ` ${nameKey(name)} `.includes(` ${key} `)
}

function nameKey(name: string): string {
  return words(name).join(' ')
}

function isWithin(
  at: number,
  { after, before }: { readonly after: Date | null; readonly before: Date | null },
): boolean {
  return (after === null || at >= after.getTime()) && (before === null || at < before.getTime())
}
