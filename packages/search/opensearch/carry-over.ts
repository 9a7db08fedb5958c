import type { Relation } from '@rafid/contracts'
import { isOutdated } from './index-names.ts'
import { putArticles } from './put-articles.ts'
import type { Delivery, KnownParts } from './put-articles.ts'
import { searchIn } from './search-answer.ts'
import type { Store } from './settle.ts'
import { indexedArticle } from './stored-article.ts'
import type { StoredArticle } from './stored-article.ts'

/** Articles that are carried over together. */
const pageSize = 200

/**
 * Writes articles anew that an older release analysed or laid out in another way, the newest months first, and deletes
 * what it has emptied. Run again it goes on where it was; several at once do the same work twice and no harm.
 *
 * @param known more is added
 * @param isOver asked between two pages
 * @throws as `Cluster.ask` does
 */
export async function carryOver(store: Store, known: KnownParts, isOver: () => boolean): Promise<void> {
  for (const index of await outdatedIndices(store)) {
    for await (const deliveries of articlesOf(store, index)) {
      if (isOver()) return
      const failure = (await putArticles(store, deliveries, known)).find((result) => result instanceof Error)
      if (failure !== undefined) throw failure
    }
    if (isOver()) return
    await store.cluster.ask({ method: 'DELETE', path: `/${index}`, accept: [404] })
  }
}

async function outdatedIndices({ cluster, names }: Store): Promise<string[]> {
  const path = `/_cat/indices/${names.installation}-*-month-*`
  const { body, status } = await cluster.ask({
    method: 'GET',
    path,
    query: { format: 'json', h: 'index' },
    accept: [404],
  })
  if (status === 404) return []
  const indices = (body as readonly { readonly index: string }[]).map(({ index }) => index)
  return indices
    .filter((index) => isOutdated(names, index))
    .toSorted((one, other) => monthOf(other).localeCompare(monthOf(one)))
}

function monthOf(index: string): string {
  return index.slice(index.lastIndexOf('-') + 1)
}

type Outdated = StoredArticle & { readonly id: string; readonly relation: Relation }

async function* articlesOf({ cluster, names }: Store, index: string): AsyncGenerator<Delivery[]> {
  let after: object = {}
  for (;;) {
    const body = { size: pageSize, sort: [{ id: 'desc' }], _source: ['id', 'article', 'relation'], ...after }
    const { hits } = await searchIn<Outdated>(cluster, names, body, index)
    const last = hits.at(-1)
    if (last === undefined) return
    yield hits.map(({ source }): Delivery => {
      const { relation, story: _, ...article } = indexedArticle({ ...source, story: null })
      return { article, relation }
    })
    after = { search_after: [last.source.id] }
  }
}
