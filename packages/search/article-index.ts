import type { Article, Relation } from '@rafid/contracts'
import type { Query } from '@rafid/query'

/** An article as the index keeps it. */
export type IndexedArticle = Article & {
  readonly relation: Relation
  /** The id of its story; null while it is not told. */
  readonly story: string | null
}

/** An article as lists show it: without its text, which `get` gives. */
export type ListedArticle = Omit<IndexedArticle, 'text' | 'html'> & {
  /** The beginning of the text. */
  readonly summary: string
  /** How many other articles are copies of the same text. */
  readonly copies: number
}

/** Articles on one event. */
export type IndexedStory = {
  readonly id: string
  readonly lang: string | null
  /** The newest first, one of each cluster of copies. */
  readonly articles: readonly ListedArticle[]
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

export type SearchRequest = {
  readonly query: Query
  readonly order: 'relevance' | 'newest'
  /** Of each cluster of copies, or of each story, only its best article. */
  readonly collapse: 'none' | 'copies' | 'stories'
  readonly limit: number
  readonly cursor?: string | undefined
  /** What the age of an article is counted from; a further page counts from that of the first. */
  readonly now: Date
}

export type SearchPage = Page<SearchHit> & {
  /** How many articles answer, copies included. */
  readonly total: number
  /** Whether it was counted to the end: a count stops where it would take long. */
  readonly totalIsExact: boolean
}

/** How many of the articles that answer have each value, the commonest first; copies are counted. */
export type Facets = {
  readonly lang: readonly FacetCount[]
  readonly source: readonly FacetCount[]
  readonly tag: readonly FacetCount[]
  /** Days as YYYY-MM-DD in UTC, the latest first. */
  readonly day: readonly FacetCount[]
}

export type FacetCount = { readonly value: string; readonly count: number }

/** The writing side of the search port. What a method was told stands when its promise resolves, also after a crash. */
export interface ArticleWriter {
  /**
   * Adds an article or replaces its older version. An older or equal delivery changes nothing, so any order and any
   * number of deliveries give the same index. Calls that wait at the same time become one write.
   *
   * @returns `stale` when the index holds this version or a newer one already
   */
  put(article: Article, relation: Relation): Promise<'added' | 'replaced' | 'stale'>
  /**
   * Two clusters of copies are one: what named the first article of the one names that of the other from now on, also
   * what is yet to come. Told again, or in another order, it changes nothing.
   *
   * @param from first article of the cluster that ends
   * @param to first article of the cluster that goes on
   */
  moveCluster(from: string, to: string): Promise<void>
  /**
   * The story of an article; its copies are of the same one. The decision of the greatest order stands, so any order of
   * deliveries gives the same.
   */
  setStory(decision: StoryDecision): Promise<void>
  /**
   * Two stories are one: the id of the one is another name of the other from now on. Told again, or in another order, it
   * changes nothing.
   */
  moveStory(from: string, to: string): Promise<void>
  /**
   * Forgets articles that are too old or too many; their copies stay while they are young enough themselves.
   *
   * @returns how many were forgotten
   */
  retain(rule: Retention): Promise<number>
  close(): Promise<void>
}

export type Retention = {
  /** Articles published before are forgotten; null keeps all. */
  readonly since: Date | null
  /** No more articles than these are kept, the newest; null keeps all. */
  readonly articlesMax: number | null
}

/** The reading side of the search port. */
export interface ArticleReader {
  /** @throws PermanentError `cursor.invalid` */
  newest(filter: ListFilter): Promise<Page<ListedArticle>>
  /** @throws PermanentError `cursor.invalid` */
  search(request: SearchRequest): Promise<SearchPage>
  facets(query: Query): Promise<Facets>
  /**
   * Another spelling of words that hardly any article has, from words that many have; also of what was typed with the
   * wrong keyboard layout.
   *
   * @param words as they were typed
   * @returns the words with what would find more in the place of what finds next to nothing; null when nothing does
   */
  didYouMean(words: readonly string[]): Promise<readonly string[] | null>
  get(id: string): Promise<IndexedArticle | null>
  /** The other articles of its cluster of copies, earliest first. */
  duplicates(article: IndexedArticle): Promise<ListedArticle[]>
  /**
   * `similar`: the other members of its story, the newest first; while it has none, reports with much the same headline.
   * `related`: others that share its telling words, one of a story. One text is one line in both.
   */
  neighbours(article: IndexedArticle): Promise<{ similar: ListedArticle[]; related: ListedArticle[] }>
  /** A story by its id, or by one it had before. */
  story(id: string): Promise<IndexedStory | null>
  count(): Promise<{ articles: number; originals: number }>
  close(): Promise<void>
}

/** The story of an article, as long as nobody decided otherwise later. */
export type StoryDecision = { readonly articleId: string; readonly storyId: string; readonly order: number }
