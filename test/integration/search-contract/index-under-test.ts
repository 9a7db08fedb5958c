import type { Article, Relation } from '@rafid/contracts'
import type { Query } from '@rafid/query'
import type { ArticleReader, ArticleWriter, SearchHit, SearchPage, SearchRequest } from '@rafid/search'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

/** An index of its own, empty at first, behind one of the adapters of the search port. */
export type IndexUnderTest = {
  readonly writer: ArticleWriter
  readonly reader: ArticleReader
  /** Another writer of the same index, as another process has one. */
  openWriter(): ArticleWriter
  /** What was written is seen by readers from now on. */
  refresh(): Promise<void>
  dispose(): Promise<void>
}

export type OpenIndex = () => Promise<IndexUnderTest>

/** A fresh index for every test of a group; read it inside of a test. */
export function indexForEach(open: OpenIndex): () => IndexUnderTest {
  let index: IndexUnderTest | null = null
  beforeEach(async () => {
    index = await open()
  })
  afterEach(() => index?.dispose())
  return () => opened(index)
}

/** One index for all tests of a group, which only read; filled before the first of them. */
export function indexForAll(open: OpenIndex, fill: (index: IndexUnderTest) => Promise<void>): () => IndexUnderTest {
  let index: IndexUnderTest | null = null
  beforeAll(async () => {
    index = await open()
    await fill(index)
    await index.refresh()
  })
  afterAll(() => index?.dispose())
  return () => opened(index)
}

function opened(index: IndexUnderTest | null): IndexUnderTest {
  if (index === null) throw new Error('the index is opened before a test, not before that')
  return index
}

export type Delivery = readonly [article: Article, relation: Relation]

export async function putAll(writer: ArticleWriter, deliveries: readonly Delivery[]): Promise<string[]> {
  return Promise.all(deliveries.map(([article, relation]) => writer.put(article, relation)))
}

export const words = (...typed: string[]): Query => ({ kind: 'words', words: typed })
export const phrase = (text: string): Query => ({ kind: 'phrase', text })
export const everything: Query = { kind: 'all' }

/** A search as most tests ask it. */
export function request(query: Query, over: Partial<SearchRequest> = {}): SearchRequest {
  const now = new Date('2026-03-01T00:00:00.000Z')
  return { query, order: 'newest', collapse: 'none', limit: 100, now, ...over }
}

/** All pages of a search, from its first one. */
export async function allPages(
  reader: ArticleReader,
  asked: SearchRequest,
  between: () => Promise<void> = async () => {},
): Promise<{ hits: SearchHit[]; pages: SearchPage[] }> {
  const pages: SearchPage[] = []
  let cursor: string | undefined
  do {
    const page = await reader.search({ ...asked, ...(cursor === undefined ? {} : { cursor }) })
    pages.push(page)
    cursor = page.nextCursor ?? undefined
    if (cursor !== undefined) await between()
  } while (cursor !== undefined && pages.length < pagesMax)
  return { hits: pages.flatMap((page) => page.articles), pages }
}

/** A list that goes on for longer goes in circles. */
const pagesMax = 500

export const idsOf = (articles: readonly { readonly id: string }[]): string[] => articles.map(({ id }) => id)

/** The ids of all that a query finds, in no particular order. */
export async function found(reader: ArticleReader, query: Query): Promise<string[]> {
  return idsOf((await allPages(reader, request(query))).hits).toSorted()
}
