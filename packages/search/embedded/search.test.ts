import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseQuery } from '@rafid/query'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReader, openWriter } from '../index.ts'
import type { ArticleReader, ArticleWriter, SearchPage, SearchRequest } from '../index.ts'
import { copyOf, original, sampleArticle as article } from '../sample-article.ts'

let dir: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-search-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

const now = new Date('2026-02-01T00:00:00Z')
const asked = (typed: string, over: Partial<SearchRequest> = {}): Promise<SearchPage> =>
  reader.search({ query: parseQuery(typed).query, order: 'relevance', collapse: 'none', limit: 5, now, ...over })
const titles = (page: { articles: readonly { title: string }[] }): string[] => page.articles.map((one) => one.title)

describe('writing', () => {
  it('adds once, replaces with what is newer, and ignores what is older or the same', async () => {
    const newer = article(1, { title: 'corrected', fetchedAt: '2026-02-02T00:00:00.000Z' })
    expect(await writer.put(article(1), original)).toBe('added')
    expect(await writer.put(newer, original)).toBe('replaced')
    expect(await writer.put(newer, original)).toBe('stale')
    expect(await writer.put(article(1), original)).toBe('stale')
    expect(await reader.count()).toEqual({ articles: 1, originals: 1 })
    expect(titles(await asked('corrected', { limit: 5 }))).toEqual(['corrected'])
    expect(titles(await asked('headline', { limit: 5 }))).toEqual([])
  })

  it('gives the same index in any order and with any number of deliveries', async () => {
    const deliveries = [1, 2].flatMap((n) =>
      [0, 1, 2].map((day) =>
        article(n, { title: `${n} of day ${day}`, fetchedAt: `2026-02-0${day + 1}T00:00:00.000Z` }),
      ),
    )
    const shuffled = fc
      .array(fc.constantFrom(...deliveries), { minLength: 12, maxLength: 30 })
      .map((list) => [...list, ...deliveries.slice(2, 3), ...deliveries.slice(5)])
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        for (const delivery of order) await writer.put(delivery, original)
        expect(titles(await reader.newest({ limit: 10 }))).toEqual(['2 of day 2', '1 of day 2'])
      }),
      { numRuns: 20 },
    )
  })

  it('never dates an article after its fetch', async () => {
    await writer.put(article(1, { title: 'from the future', publishedAt: '2099-01-01T00:00:00.000Z' }), original)
    await writer.put(
      article(2, { title: 'later fetch', publishedAt: null, fetchedAt: '2026-02-01T00:00:01.000Z' }),
      original,
    )
    expect(titles(await reader.newest({ limit: 5 }))).toEqual(['later fetch', 'from the future'])
  })
})

describe('the newest articles', () => {
  it('come page by page, each once, although new ones arrive in between', async () => {
    for (let n = 1; n <= 5; n += 1) await writer.put(article(n), original)
    const first = await reader.newest({ limit: 2 })
    await writer.put(article(9), original)
    const second = await reader.newest({ limit: 2, cursor: first.nextCursor ?? '' })
    const third = await reader.newest({ limit: 2, cursor: second.nextCursor ?? '' })
    expect([first, second, third].flatMap(titles)).toEqual([5, 4, 3, 2, 1].map((n) => `headline ${n}`))
    expect(third.nextCursor).toBeNull()
  })

  it('can be narrowed to a language, a source, a time and to originals', async () => {
    await writer.put(article(1, { lang: 'ar', title: 'arabic' }), original)
    await writer.put(article(2, { source: { name: 'Other', url: null }, title: 'other source' }), original)
    await writer.put(article(3, { title: 'copy' }), copyOf(article(2).id))
    expect(titles(await reader.newest({ limit: 9, lang: 'ar' }))).toEqual(['arabic'])
    expect(titles(await reader.newest({ limit: 9, source: 'Other' }))).toEqual(['other source'])
    expect(titles(await reader.newest({ limit: 9, since: new Date(Date.UTC(2026, 0, 1, 0, 3)) }))).toEqual(['copy'])
    expect(titles(await reader.newest({ limit: 9, originalsOnly: true }))).toEqual(['other source', 'arabic'])
  })

  it('refuse a cursor of another list', async () => {
    for (const cursor of [
      'nonsense',
      Buffer.from('search.1').toString('base64url'),
      Buffer.from('newest.1.2.3').toString('base64url'),
    ]) {
      await expect(reader.newest({ limit: 1, cursor })).rejects.toMatchObject({ code: 'cursor.invalid' })
    }
  })
})

describe('search', () => {
  it('finds Arabic in another spelling and shows the original letters', async () => {
    await writer.put(
      article(1, { lang: 'ar', title: 'خبر', text: 'أعلنت الهيئةُ أنَّ مدرســـةً جديدةً فُتِحت في القرية قبل ١٢ يوماً.' }),
      original,
    )
    for (const query of ['مدرسه', 'مَدْرَسَة', 'اعلنت الهيئه', '12'])
      expect((await asked(query, { limit: 1 })).articles, query).toHaveLength(1)
    const [hit] = (await asked('مدرسه', { limit: 1 })).articles
    expect(hit?.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual(['مدرســـةً'])
    expect(hit?.snippet.map((part) => part.text).join('')).toBe(
      'أعلنت الهيئةُ أنَّ مدرســـةً جديدةً فُتِحت في القرية قبل ١٢ يوماً',
    )
  })

  it('wants every word, and takes any of them when no article has all', async () => {
    await writer.put(article(1, { title: 'harbour strike ends' }), original)
    await writer.put(article(2, { title: 'harbour opens' }), original)
    expect(titles(await asked('harbour strike', { limit: 5 }))).toEqual(['harbour strike ends'])
    expect(titles(await asked('harbour flood', { limit: 5 }))).toHaveLength(2)
  })

  it('comes page by page', async () => {
    for (let n = 1; n <= 5; n += 1) await writer.put(article(n), original)
    const first = await asked('headline', { limit: 3 })
    const second = await asked('headline', { limit: 3, cursor: first.nextCursor ?? '' })
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(5)
    expect(second.nextCursor).toBeNull()
  })

  it('comes page by page also when no article has every word', async () => {
    for (let n = 1; n <= 5; n += 1) await writer.put(article(n), original)
    const first = await asked('headline nowhere', { limit: 3 })
    const second = await asked('headline nowhere', { limit: 3, cursor: first.nextCursor ?? '' })
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(5)
  })

  it('takes any input for words, never for syntax', async () => {
    await writer.put(article(1), original)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constantFrom('"', 'a" OR *', 'NEAR(', 'title:x', '-', '^', 'AND')),
        async (query) => void (await asked(query, { limit: 1 })),
      ),
    )
  })
})

describe('around an article', () => {
  it('lists its copies', async () => {
    await writer.put(article(1), original)
    await writer.put(article(2), copyOf(article(1).id))
    const root = await reader.get(article(1).id)
    const copy = await reader.get(article(2).id)
    expect(root && titles({ articles: await reader.duplicates(root) })).toEqual(['headline 2'])
    expect(copy && titles({ articles: await reader.duplicates(copy) })).toEqual(['headline 1'])
  })

  it('tells reworded headlines from related stories, one line a text', async () => {
    await writer.put(article(1, { title: 'storm closes northern harbour for two days' }), original)
    await writer.put(article(2, { title: 'northern harbour closed by storm' }), original)
    await writer.put(article(3, { title: 'northern harbour closed by storm again' }), copyOf(article(2).id))
    await writer.put(article(4, { title: 'fishermen ask for a new harbour wall' }), original)
    await writer.put(article(5, { title: 'football final tonight' }), original)
    const own = await reader.get(article(1).id)
    const around = own && (await reader.neighbours(own))
    expect(around?.similar).toHaveLength(1)
    expect(around && titles({ articles: around.related })).toEqual(['fishermen ask for a new harbour wall'])
  })
})
