import { words } from '@rafid/text'
import type { ListedArticle, IndexedArticle } from './article-index.ts'

const similarMax = 10
const relatedMax = 6

/** From this share of the shorter headline's words on, two headlines say much the same. */
const similarFrom = 0.5

/** Words this short are particles in most languages. */
const wordLengthMin = 3

/**
 * Sorts candidates into reports of much the same headline and others that share some of its words. One text is one
 * line: copies of the article itself, and of each other, appear once or not at all.
 *
 * @param candidates best first
 */
export function chooseNeighbours(
  article: IndexedArticle,
  candidates: readonly ListedArticle[],
): { similar: ListedArticle[]; related: ListedArticle[] } {
  const own = headline(article.title)
  const taken = new Set([article.relation.duplicateOf ?? article.id, titleKey(article.title)])
  const similar: ListedArticle[] = []
  const related: ListedArticle[] = []
  for (const candidate of candidates) {
    const root = candidate.relation.duplicateOf ?? candidate.id
    if (taken.has(root) || taken.has(titleKey(candidate.title))) continue
    const shared = sharedWords(own, headline(candidate.title))
    const list = shared.count >= 2 && shared.share >= similarFrom ? similar : related
    if (list === related && shared.count === 0) continue
    if (list.length >= (list === similar ? similarMax : relatedMax)) continue
    list.push(candidate)
    taken.add(root).add(titleKey(candidate.title))
  }
  return { similar, related }
}

function headline(title: string): Set<string> {
  return new Set(words(title).filter((word) => word.length >= wordLengthMin))
}

function titleKey(title: string): string {
  return words(title).join(' ')
}

function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): { count: number; share: number } {
  const count = one.intersection(other).size
  const shorter = Math.min(one.size, other.size)
  return { count, share: shorter === 0 ? 0 : count / shorter }
}
