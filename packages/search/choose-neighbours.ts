import { words } from '@rafid/text'
import type { ListedArticle, IndexedArticle } from './article-index.ts'

const similarMax = 10
const relatedMax = 6

/** From this share of the shorter headline's words on, two headlines say much the same. */
const similarFrom = 0.5

/** Words this short are particles in most languages. */
const wordLengthMin = 3

/**
 * Sorts what may stand around an article into `similar`, the other members of its story, and `related`, others that share
 * some of its words, one of a story. While its story is not told, reports of much the same headline are similar. One text
 * is one line: copies of the article itself, and of each other, appear once or not at all.
 *
 * @param around.members of its story, best first
 * @param around.candidates best first
 */
export function chooseNeighbours(
  article: IndexedArticle,
  { members, candidates }: { members: readonly ListedArticle[]; candidates: readonly ListedArticle[] },
): { similar: ListedArticle[]; related: ListedArticle[] } {
  const own = headline(article.title)
  const taken = new Set([rootOf(article), titleKey(article.title)])
  const similar: ListedArticle[] = []
  const related: ListedArticle[] = []
  const take = (list: ListedArticle[], listMax: number, one: ListedArticle): void => {
    if (list.length >= listMax || taken.has(rootOf(one)) || taken.has(titleKey(one.title))) return
    list.push(one)
    taken.add(rootOf(one)).add(titleKey(one.title))
    if (list === related && one.story !== null) taken.add(one.story)
  }
  for (const member of members) take(similar, similarMax, member)
  if (article.story !== null) taken.add(article.story)
  for (const candidate of candidates) {
    if (candidate.story !== null && taken.has(candidate.story)) continue
    const shared = sharedWords(own, headline(candidate.title))
    const isMuchTheSame = article.story === null && shared.count >= 2 && shared.share >= similarFrom
    if (isMuchTheSame) take(similar, similarMax, candidate)
    else if (shared.count > 0) take(related, relatedMax, candidate)
  }
  return { similar, related }
}

function rootOf({ id, relation }: Pick<IndexedArticle, 'id' | 'relation'>): string {
  return relation.duplicateOf ?? id
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
