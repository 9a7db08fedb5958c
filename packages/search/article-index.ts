import type { Article, Relation } from '@rafid/contracts'

/** An article as the index keeps it. */
export type IndexedArticle = Article & { readonly relation: Relation }

/** An article as lists show it. */
export type ListedArticle = IndexedArticle & {
  /** The beginning of the text. */
  readonly summary: string
  /** How many other articles are copies of the same text. */
  readonly copies: number
}

export type Page<Row> = { readonly articles: readonly Row[]; readonly nextCursor: string | null }

/** An article with the part of the text that answers a query; `hit` marks the words that were asked for. */
export type SearchHit = ListedArticle & { readonly snippet: readonly SnippetPart[] }

export type SnippetPart = { readonly text: string; readonly hit: boolean }

export type ListFilter = {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly lang?: string | undefined
  /** Name of the source. */
  readonly source?: string | undefined
  readonly since?: Date | undefined
  /** Leave out articles that are copies of others. */
  readonly originalsOnly?: boolean | undefined
}

/** The writing side of the search port. */
export interface ArticleWriter {
  /**
   * Adds an article or replaces its older version. An older or equal delivery changes nothing, so any order and any
   * number of deliveries give the same index.
   *
   * @returns `stale` when the index holds a newer version already
   */
  put(article: Article, relation: Relation): 'added' | 'replaced' | 'stale'
  /**
   * Two clusters of copies are one: what named the first article of the one names that of the other from now on, also
   * what is yet to come. Told again, or in another order, it changes nothing.
   *
   * @param from first article of the cluster that ends
   * @param to first article of the cluster that goes on
   */
  moveCluster(from: string, to: string): void
  close(): void
}

/** The reading side of the search port. */
export interface ArticleReader {
  /** @throws PermanentError `cursor.invalid` */
  newest(filter: ListFilter): Page<ListedArticle>
  /** @throws PermanentError `cursor.invalid` */
  search(query: string, filter: ListFilter): Page<SearchHit>
  get(id: string): IndexedArticle | null
  /** The other articles of its cluster of copies, earliest first. */
  duplicates(article: IndexedArticle): ListedArticle[]
  /** `similar`: other reports with much the same headline. `related`: others that share some of its words. */
  neighbours(article: IndexedArticle): { similar: ListedArticle[]; related: ListedArticle[] }
  count(): { articles: number; originals: number }
  close(): void
}
