import { analyse, isFunctionWord, words } from '@rafid/text'
import type { AnalysedTerm } from '@rafid/text'
import type { Query } from './query.ts'

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
  /** Names as `nameKey` writes them. */
  readonly names: { readonly source: string; readonly author: string; readonly tags: ReadonlySet<string> }
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
  const tags = new Set(article.keywords.map((keyword) => nameKey(keyword)))
  const names = { source: nameKey(article.source.name), author: nameKey(article.author ?? ''), tags }
  return { article, at: publishedAtOf(article), stems, places, names }
}

/** What says that it was published after it was fetched is wrong. */
function publishedAtOf({ publishedAt, fetchedAt }: MatchableArticle): number {
  const fetched = Date.parse(fetchedAt)
  return publishedAt === null ? fetched : Math.min(Date.parse(publishedAt), fetched)
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
  if (query.kind === 'field') return answersField(prepared, query)
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

/** A word begins so with what is written before it, or without: «مرف*» finds «والمرفأ». */
function holdsPrefix({ places, stems }: PreparedArticle, text: string): boolean {
  const beginning = words(text)[0]
  if (beginning === undefined) return false
  const begins = (word: string): boolean => word.startsWith(beginning)
  return places.keys().some(begins) || stems.values().some(begins)
}

type FieldQuery = Extract<Query, { kind: 'field' }>

function answersField({ article, names }: PreparedArticle, query: FieldQuery): boolean {
  if (query.field === 'source') return holdsName(names.source, valueKey(query))
  if (query.field === 'author') return holdsName(names.author, valueKey(query))
  if (query.field === 'tag') return names.tags.has(valueKey(query))
  if (query.field === 'lang') return article.lang?.toLowerCase() === query.value.toLowerCase()
  return article.story === query.value
}

/** Whether a name consists of the given words, or of them and others before or behind. */
function holdsName(name: string, part: string): boolean {
  return part !== '' && ` ${name} `.includes(` ${part} `)
}

/** Queries outlive the articles they are asked about. */
const valueKeys = new WeakMap<FieldQuery, string>()

function valueKey(query: FieldQuery): string {
  const key = valueKeys.get(query) ?? nameKey(query.value)
  valueKeys.set(query, key)
  return key
}

/** A form in which two spellings of one name are the same. */
function nameKey(name: string): string {
  return words(name).join(' ')
}

function isWithin(
  at: number,
  { after, before }: { readonly after: Date | null; readonly before: Date | null },
): boolean {
  return (after === null || at >= after.getTime()) && (before === null || at < before.getTime())
}
