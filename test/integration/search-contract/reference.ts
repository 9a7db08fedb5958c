import type { Article, Relation } from '@rafid/contracts'
import type { Query } from '@rafid/query'
import { analyse, words } from '@rafid/text'

/** Whether an article answers a query, worked out one article at a time from its words; words beside each other must all be there. */
export function answers(query: Query, article: Article, relation: Relation, story: string | null = null): boolean {
  switch (query.kind) {
    case 'all':
      return true
    case 'words':
      return holdsAll(article, query.words)
    case 'phrase':
      return textsOf(article).some((text) => isWithin(exactOf(query.text, article.lang), exactOf(text, article.lang)))
    case 'prefix':
      return beginsSo(article, query.text)
    case 'field':
      return hasField(query, article, story)
    case 'time':
      return isWithinTime(query, article)
    case 'original':
      return (relation.duplicateOf ?? article.id) === article.id
    case 'and':
      return query.parts.every((part) => answers(part, article, relation, story))
    case 'or':
      return query.parts.some((part) => answers(part, article, relation, story))
    case 'not':
      return !answers(query.part, article, relation, story)
  }
}

/** Whether an article holds at least one of the words. */
export function holdsOne(article: Article, typed: readonly string[]): boolean {
  const stems = stemsOf(article)
  return analyse(typed.join(' '), article.lang).some(({ stem }) => stems.has(stem))
}

function holdsAll(article: Article, typed: readonly string[]): boolean {
  const stems = stemsOf(article)
  const wanted = analyse(typed.join(' '), article.lang)
  return wanted.length > 0 && wanted.every(({ stem }) => stems.has(stem))
}

function stemsOf(article: Article): Set<string> {
  return new Set(textsOf(article).flatMap((text) => analyse(text, article.lang).map(({ stem }) => stem)))
}

function textsOf({ title, text, keywords }: Article): string[] {
  return [title, text, ...keywords]
}

function exactOf(text: string, lang: string | null): string[] {
  return analyse(text, lang).map(({ exact }) => exact)
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length === 0) return false
  return whole.some((_, from) => part.every((word, at) => whole[from + at] === word))
}

function beginsSo(article: Article, text: string): boolean {
  const [begin] = exactOf(text, article.lang)
  if (begin === undefined) return false
  const terms = textsOf(article).flatMap((one) => analyse(one, article.lang))
  return terms.some(({ exact, stem }) => exact.startsWith(begin) || stem.startsWith(begin))
}

function hasField(
  { field, value }: Extract<Query, { kind: 'field' }>,
  article: Article,
  story: string | null,
): boolean {
  if (field === 'lang') return article.lang === value
  if (field === 'story') return story === value
  if (field === 'tag') return article.keywords.some((tag) => words(tag).join(' ') === words(value).join(' '))
  const name = field === 'source' ? article.source.name : article.author
  return name !== null && isWithin(words(value), words(name))
}

function isWithinTime({ after, before }: Extract<Query, { kind: 'time' }>, article: Article): boolean {
  const fetched = Date.parse(article.fetchedAt)
  const at = article.publishedAt === null ? fetched : Math.min(Date.parse(article.publishedAt), fetched)
  return (after === null || at >= after.getTime()) && (before === null || at < before.getTime())
}
