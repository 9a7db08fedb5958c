import { article as articleSchema } from '@rafid/contracts'
import type { Relation } from '@rafid/contracts'
import type { IndexedArticle, ListedArticle } from '../article-index.ts'
import { listed } from '../listed.ts'
import type { Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'
import { searchIn } from './search-answer.ts'
import type { Found } from './search-answer.ts'

/** What is read of a stored article. */
export type StoredArticle = {
  readonly article: unknown
  readonly relation: Relation
  readonly root: string
  readonly story: string | null
  readonly sortAt: number
}

export const storedFields = ['article', 'relation', 'root', 'story', 'sortAt']

/** A stored article as the port has it; one that was written by an older release gets what it lacks. */
export function indexedArticle({ article, relation, story }: StoredArticle): IndexedArticle {
  return { ...articleSchema.parse(article), relation, story }
}

/** The text of a stored article. */
export function textOf({ article }: StoredArticle): string {
  return articleSchema.pick({ text: true }).parse(article).text
}

/** Found articles as lists show them, with how many copies each has. */
export async function listedArticles(
  cluster: Cluster,
  names: IndexNames,
  hits: readonly Found<StoredArticle>[],
): Promise<ListedArticle[]> {
  const copies = await copyCounts(cluster, names, [...new Set(hits.map(({ source }) => source.root))])
  return hits.map(({ source }) => listed(indexedArticle(source), copies.get(source.root) ?? 0))
}

async function copyCounts(
  cluster: Cluster,
  names: IndexNames,
  roots: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (roots.length === 0) return new Map()
  const aggs = { roots: { terms: { field: 'root', size: roots.length } } }
  const query = { bool: { filter: [{ terms: { root: roots } }] } }
  const counts = (await searchIn(cluster, names, { size: 0, query, aggs })).counts('roots')
  return new Map(counts.map(({ value, count }) => [value, count - 1]))
}
