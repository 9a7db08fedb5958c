import { analyse, isFunctionWord } from '@rafid/text'
import type { IndexedArticle, IndexedStory, ListedArticle } from '../article-index.ts'
import { chooseNeighbours } from '../choose-neighbours.ts'
import { languageField } from './article-document.ts'
import { anyOf } from './clauses.ts'
import type { Clause } from './clauses.ts'
import { newestFirst, pageMax } from './newest-articles.ts'
import { searchIn } from './search-answer.ts'
import type { Store } from './settle.ts'
import { storyNames } from './standing.ts'
import { listedArticles, storedFields } from './stored-article.ts'
import type { StoredArticle } from './stored-article.ts'

/** Telling words of an article that others are looked for by. */
const tellingMax = 24
/** So many candidates are looked at for the neighbours of one article. */
const candidatesMax = 60

/** The other articles of its cluster of copies, earliest first. */
export async function duplicatesOf(store: Store, article: IndexedArticle): Promise<ListedArticle[]> {
  const filter = [{ term: { root: article.relation.duplicateOf ?? article.id } }]
  const query = { bool: { filter, must_not: [{ term: { id: article.id } }] } }
  return list(store, { query, size: pageMax, sort: [{ fetchedAt: 'asc' }, { id: 'asc' }] })
}

/** A story by its id, or by one it had before; null when nobody tells it. */
export async function storyOf(store: Store, name: string): Promise<IndexedStory | null> {
  const known = (await storyNames(store.cards, [name])).get(name) ?? name
  const members = await membersOf(store, known)
  const id = members.length > 0 ? known : await storyOfOriginals(store, known)
  const articles = id === known ? members : await membersOf(store, id)
  return articles.length === 0 ? null : { id, lang: articles[0]?.lang ?? null, articles }
}

/** What stands around an article. */
export async function neighboursOf(
  store: Store,
  article: IndexedArticle,
): Promise<{ similar: ListedArticle[]; related: ListedArticle[] }> {
  const members = article.story === null ? [] : await membersOf(store, article.story)
  const telling = tellingStems(article)
  if (telling.length === 0) return chooseNeighbours(article, { members, candidates: [] })
  const field = `stemsOf.${languageField(article.lang)}`
  const must = [anyOf(telling.map((stem): Clause => ({ term: { [field]: { value: stem } } })))]
  const must_not = [{ term: { root: article.relation.duplicateOf ?? article.id } }]
  const filter = article.lang === null ? [] : [{ term: { lang: article.lang } }]
  const body = {
    query: { bool: { must, filter, must_not } },
    size: candidatesMax,
    collapse: { field: 'rootKey' },
  }
  return chooseNeighbours(article, { members, candidates: await list(store, body) })
}

function tellingStems({ title, keywords, lang }: IndexedArticle): string[] {
  const terms = [title, ...keywords].flatMap((text) => analyse(text, lang))
  const telling = terms.filter(({ exact }) => lang === null || !isFunctionWord(exact, lang))
  return [...new Set(telling.map(({ stem }) => stem))].slice(0, tellingMax)
}

/** Copies are not members of their own: their story is that of the first of them. */
async function membersOf(store: Store, storyId: string): Promise<ListedArticle[]> {
  const query = { bool: { filter: [{ term: { story: storyId } }, { term: { original: true } }] } }
  return list(store, { query, size: pageMax, sort: newestFirst })
}

/** Where the story went whose articles have all turned out to be copies. */
async function storyOfOriginals({ cluster, names }: Store, storyId: string): Promise<string> {
  const filter = [{ term: { told: storyId } }, { exists: { field: 'story' } }]
  const query = { bool: { filter, must_not: [{ term: { story: storyId } }] } }
  const { hits } = await searchIn<{ story: string }>(cluster, names, { query, size: 1, _source: ['story'] })
  return hits[0]?.source.story ?? storyId
}

async function list({ cluster, names }: Store, body: object): Promise<ListedArticle[]> {
  const wanted = { ...body, _source: storedFields, track_total_hits: false }
  const { hits } = await searchIn<StoredArticle>(cluster, names, wanted)
  return listedArticles(cluster, names, hits)
}
