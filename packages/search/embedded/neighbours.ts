import { analyse, isFunctionWord } from '@rafid/text'
import type { IndexedArticle, ListedArticle } from '../article-index.ts'
import { chooseNeighbours } from '../choose-neighbours.ts'
import type { SearchContext } from './answer.ts'
import { articlesAt } from './article-rows.ts'
import { matching, quoted } from './compile-query.ts'
import { bestRows } from './matching-rows.ts'
import { languageOf, textColumns, type Shelf } from './shelves.ts'
import { membersOf } from './story-articles.ts'

/** So many candidates are looked at for the neighbours of one article. */
const candidatesMax = 60
/** Of its text only the beginning tells what an article is about, in UTF-16 units. */
const tellingCharsMax = 3000
/** So many of its words are looked up, and so many of them choose. */
const lookedUpMax = 40
const choosingMax = 16
/** Together they stand in no more articles than these. */
const matchesMax = 4000
/** A word of the headline or a keyword counts so many times. */
const headlineWeight = 3

/** What stands around an article: the members of its story, and others that share its telling words. */
export function neighbours(
  context: SearchContext,
  article: IndexedArticle,
): { similar: ListedArticle[]; related: ListedArticle[] } {
  const members = article.story === null ? [] : membersOf(context.database, article.story)
  return chooseNeighbours(article, { members, candidates: candidates(context, article) })
}

function candidates({ database, statistics }: SearchContext, article: IndexedArticle): ListedArticle[] {
  const shelves = statistics.shelves(null)
  const shelf = shelves.find(({ name }) => name === article.lang) ?? shelves.find(({ name }) => name === 'und')
  if (shelf === undefined) return []
  const chosen = choosingStems(statistics, article, shelf)
  if (chosen.length === 0) return []
  const compiled = matching(chosen.map((stem) => `${textColumns} : ${quoted(stem)}`).join(' OR '))
  return articlesAt(
    database,
    bestRows(database, { shelf: shelf.name, compiled }, candidatesMax).map(({ rid }) => rid),
  )
}

/** The words of an article that few others have and that stand in it often. */
function choosingStems(statistics: SearchContext['statistics'], article: IndexedArticle, shelf: Shelf): string[] {
  const weighed = Array.from(commonestStems(article, shelf), ([stem, count]) => {
    const articles = statistics.articlesWith(shelf, stem)
    return { stem, articles, weight: Math.min(count, 10) * Math.log((shelf.articles + 1) / (articles + 0.5)) }
  })
  const chosen: string[] = []
  let matches = 0
  for (const { stem, articles } of weighed.toSorted((one, other) => other.weight - one.weight)) {
    // One that has no other article leads nowhere.
    if (articles < 2 || matches + articles > Math.max(matchesMax, shelf.articles / 50)) continue
    chosen.push(stem)
    matches += articles
    if (chosen.length === choosingMax) break
  }
  return chosen
}

function commonestStems(article: IndexedArticle, { name }: Shelf): [string, number][] {
  const counts = new Map<string, number>()
  const lang = languageOf(name)
  const add = (text: string, weight: number): void => {
    for (const { stem, exact } of analyse(text, lang)) {
      if (exact.length > 1 && !isFunctionWord(exact, name)) counts.set(stem, (counts.get(stem) ?? 0) + weight)
    }
  }
  add(article.title, headlineWeight)
  for (const keyword of article.keywords) add(keyword, headlineWeight)
  add(article.text.slice(0, tellingCharsMax), 1)
  return [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, lookedUpMax)
}
