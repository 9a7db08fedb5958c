import { mkdtempSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Query } from '@rafid/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleWriter, SearchPage, SearchRequest } from '../article-index.ts'
import { copyOf, original, sampleArticle, sampleId } from '../sample-article.ts'
import { AnswerMemory } from './answer-memory.ts'
import type { SearchContext } from './answer.ts'
import { facets } from './facets.ts'
import { openDatabase } from './open-database.ts'
import { search } from './search.ts'
import { openWriter } from './sqlite-writer.ts'
import { WordStatistics } from './word-statistics.ts'

let dir: string
let writer: ArticleWriter
let database: DatabaseSync
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-long-lists-'))
  writer = openWriter(join(dir, 'index.db'))
  database = openDatabase(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  database.close()
  rmSync(dir, { recursive: true })
})

const query: Query = { kind: 'words', words: ['body'] }
const counting = (countMax: number): SearchContext => ({
  database,
  statistics: new WordStatistics(database),
  answers: new AnswerMemory(database),
  countMax,
})

function pagesOf(context: SearchContext, over: Partial<SearchRequest>): SearchPage[] {
  const request: SearchRequest = { query, order: 'newest', collapse: 'copies', limit: 7, now: new Date(), ...over }
  const pages = [search(context, request)]
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) {
    pages.push(search(context, { ...request, cursor }))
  }
  return pages
}

const ids = (pages: readonly SearchPage[]) => pages.flatMap(({ articles }) => articles.map(({ id }) => id))

describe('a list longer than what is counted', () => {
  beforeEach(async () => {
    for (let n = 1; n <= 450; n += 1) {
      await writer.put(sampleArticle(n), n % 3 === 0 ? copyOf(sampleId(1 + 3 * (n % 7))) : original)
    }
  })

  it.each(['newest', 'relevance'] as const)('by %s goes on as one that is counted whole', (order) => {
    const whole = ids(pagesOf(counting(1000), { order }))
    for (const countMax of [1, 199, 210, 399, 449, 450])
      expect(ids(pagesOf(counting(countMax), { order }))).toEqual(whole)
    expect(new Set(whole).size).toBe(whole.length)
    expect(whole.length).toBe(300)
  })

  it('has all that it counts, also when no article has all of the words', () => {
    const some: Query = { kind: 'words', words: ['headline', '1', '2'] }
    const pages = pagesOf(counting(1000), { query: some, order: 'relevance', collapse: 'none', limit: 50 })
    expect(pages[0]).toMatchObject({ total: 200, totalIsExact: false })
    expect(new Set(ids(pages)).size).toBe(200)
    expect(ids(pages)).toHaveLength(200)
  })

  it('goes on through all languages when the best were chosen', async () => {
    for (let n = 501; n <= 800; n += 1) {
      await writer.put(sampleArticle(n, { lang: n % 2 === 0 ? 'de' : null, text: 'a tide table' }), original)
    }
    const tides: Query = { kind: 'words', words: ['tide'] }
    const some: Query = { kind: 'words', words: ['tide', 'body', 'table'] }
    const over: Partial<SearchRequest> = { order: 'relevance', collapse: 'none', limit: 50 }
    expect(new Set(ids(pagesOf(counting(1000), { ...over, query: tides }))).size).toBe(300)
    const pages = pagesOf(counting(1000), { ...over, query: some })
    expect(ids(pages)).toHaveLength(pages[0]?.total ?? 0)
    expect(new Set(ids(pages)).size).toBe(pages[0]?.total)
  })

  it('says that there are at least so many, and counts the values of the newest', () => {
    const [page] = pagesOf(counting(8), {})
    expect(page).toMatchObject({ total: 8, totalIsExact: false })
    expect(facets(counting(8), query).source).toEqual([{ value: 'Source', count: 8 }])
    expect(pagesOf(counting(450), {})[0]).toMatchObject({ total: 450, totalIsExact: true })
  })

  it('is read anew when something was written since', async () => {
    const context = counting(1000)
    expect(facets(context, query).source[0]?.count).toBe(450)
    await writer.put(sampleArticle(451), original)
    expect(facets(context, query).source[0]?.count).toBe(451)
    expect(pagesOf(context, {})[0]?.total).toBe(451)
  })
})
