import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Relation } from '@rafid/contracts'
import type { Query } from '@rafid/query'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter, SearchPage, SearchRequest } from '../article-index.ts'
import { copyOf, original, sampleArticle, sampleId } from '../sample-article.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

let dir: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-queries-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

const now = new Date('2026-02-01T00:00:00Z')
const words = (...list: string[]): Query => ({ kind: 'words', words: list })
const field = (name: 'source' | 'lang' | 'tag' | 'author' | 'story', value: string): Query => ({
  kind: 'field',
  field: name,
  value,
})
const both = (...parts: Query[]): Query => ({ kind: 'and', parts })
const either = (...parts: Query[]): Query => ({ kind: 'or', parts })
const not = (part: Query): Query => ({ kind: 'not', part })

function asked(query: Query, over: Partial<SearchRequest> = {}): Promise<SearchPage> {
  return reader.search({ query, order: 'relevance', collapse: 'none', limit: 50, now, ...over })
}

const put = (n: number, over: Partial<Article> = {}, relation: Relation = original) =>
  writer.put(sampleArticle(n, over), relation)
const numbers = (page: SearchPage): number[] => page.articles.map(({ id }) => Number(id.slice(1)))
const found = async (query: Query) => numbers(await asked(query)).toSorted((one, other) => one - other)

describe('a query', () => {
  beforeEach(async () => {
    await put(1, { title: 'Ferry strike in Larnholm', author: 'Ada Quill', keywords: ['Sea travel', 'Pay'] })
    await put(2, { title: 'Ferry sails again', source: { name: 'The Larnholm Post', url: null }, keywords: ['Travel'] })
    await put(3, { title: 'Ferry strike in Larnholm', keywords: ['Pay'] }, copyOf(sampleId(1)))
    await put(4, { title: 'Streik der Fähre', lang: 'de', author: 'Bo Quill Strand' })
    await put(5, { title: 'A storm', lang: null, text: 'no ferry sailed' })
  })

  it('has fields: a source and an author by whole words of their names, a keyword as a whole, a language', async () => {
    expect(await found(field('source', 'larnholm post'))).toEqual([2])
    expect(await found(field('source', 'larn'))).toEqual([])
    expect(await found(field('author', 'quill'))).toEqual([1, 4])
    expect(await found(field('tag', 'travel'))).toEqual([2])
    expect(await found(field('tag', 'SEA TRAVEL'))).toEqual([1])
    expect(await found(field('lang', 'de'))).toEqual([4])
    expect(await found(field('lang', 'xx'))).toEqual([])
  })

  it('joins and excludes, whatever stands on either side', async () => {
    expect(await found(both(words('ferry'), not(words('strike'))))).toEqual([2, 5])
    expect(await found(both(words('ferry'), not(field('tag', 'pay'))))).toEqual([2, 5])
    expect(await found(both(words('ferry'), { kind: 'original' }))).toEqual([1, 2, 5])
    expect(await found(either(words('storm'), field('lang', 'de')))).toEqual([4, 5])
    expect(await found(either({ kind: 'phrase', text: 'strike in' }, words('storm')))).toEqual([1, 3, 5])
    expect(await found(not(words('ferry')))).toEqual([4])
    expect(await found(not(either(words('ferry'), words('fähre'))))).toEqual([])
    expect(await found(both(not(words('sails')), not({ kind: 'original' })))).toEqual([3])
    expect(await found({ kind: 'all' })).toEqual([1, 2, 3, 4, 5])
    expect(await found(both())).toEqual([1, 2, 3, 4, 5])
    expect(await found(either())).toEqual([])
  })

  it('holds all words that were joined, and where hardly any does, enough of those that were not', async () => {
    expect(await found(both(words('ferry'), words('sails')))).toEqual([2])
    expect(await found(both(words('ferry'), words('xylophone')))).toEqual([])
    expect(await found(words('ferry', 'xylophone'))).toEqual([1, 2, 3, 5])
    expect(await found(words('xylophone'))).toEqual([])
  })

  it('is about a time: from an instant on, and up to one', async () => {
    const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute))
    expect(await found({ kind: 'time', after: at(2), before: at(4) })).toEqual([2, 3])
    expect(await found(both(words('ferry'), { kind: 'time', after: at(3), before: null }))).toEqual([3, 5])
    expect(await found(not({ kind: 'time', after: null, before: at(5) }))).toEqual([5])
  })

  it('is about a story, whatever it was called', async () => {
    await writer.setStory({ articleId: sampleId(1), storyId: 's2', order: 1 })
    await writer.moveStory('s2', 's1')
    expect(await found(field('story', 's2'))).toEqual([1, 3])
    expect(await found(both(words('strike'), field('story', 's1')))).toEqual([1, 3])
    expect(await found(field('story', 's9'))).toEqual([])
  })

  it('counts what answers, copies included', async () => {
    expect(await asked(words('strike'), { collapse: 'copies' })).toMatchObject({ total: 2, totalIsExact: true })
    expect(await reader.facets(words('ferry'))).toEqual({
      lang: [{ value: 'en', count: 3 }],
      source: [
        { value: 'Source', count: 3 },
        { value: 'The Larnholm Post', count: 1 },
      ],
      tag: [
        { value: 'Pay', count: 2 },
        { value: 'Sea travel', count: 1 },
        { value: 'Travel', count: 1 },
      ],
      day: [{ value: '2026-01-01', count: 4 }],
    })
  })
})

it('proposes the spelling that articles have, or what the keys are on another keyboard', async () => {
  for (let n = 1; n <= 6; n += 1) await put(n, { title: `Government reshuffle number ${n}` })
  for (let n = 11; n <= 16; n += 1) await put(n, { title: `أخبار العراق رقم ${n}`, lang: 'ar' })
  expect(await reader.didYouMean(['goverment'])).toEqual(['government'])
  expect(await reader.didYouMean(['reshufle', 'number'])).toEqual(['reshuffle', 'number'])
  expect(await reader.didYouMean(['hguvhr'])).toEqual(['العراق'])
  expect(await reader.didYouMean(['العراك'])).toEqual(['العراق'])
  expect(await reader.didYouMean(['government', 'nowhere', '', '!'])).toBeNull()
})

describe('a list in pages', () => {
  const storyOf = (n: number): string => `s${n % 5}`

  beforeEach(async () => {
    for (let n = 1; n <= 40; n += 1) {
      await put(n, { title: `harbour ${'quay '.repeat(n % 7)}` }, n > 30 ? copyOf(sampleId(n - 30)) : original)
      await writer.setStory({ articleId: sampleId(n), storyId: storyOf(n), order: 1 })
    }
  })

  /** Reads to the end while articles arrive, newer ones, older ones and copies. */
  async function readAll(over: Partial<SearchRequest>): Promise<number[]> {
    const all: number[] = []
    let cursor: string | undefined
    for (let n = 100; n < 200; n += 1) {
      const page = await asked(words('harbour'), { limit: 7, ...over, cursor })
      all.push(...numbers(page))
      if (page.nextCursor === null) return all
      cursor = page.nextCursor
      await put(n, { title: 'harbour' }, copyOf(sampleId((n % 30) + 1)))
      await put(n + 100, { title: 'harbour', publishedAt: '2025-12-01T00:00:00.000Z' })
    }
    throw new Error('the list has no end')
  }

  it.each(['relevance', 'newest'] as const)('by %s gives each article once, whatever arrives', async (order) => {
    const all = await readAll({ order })
    expect(all.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    if (order === 'newest') expect(all).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at))
  })

  it.each(['relevance', 'newest'] as const)('by %s has one of each cluster of copies', async (order) => {
    const roots = (await readAll({ order, collapse: 'copies' })).map((n) => (n > 30 ? n - 30 : n))
    expect(roots.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  })

  it.each(['relevance', 'newest'] as const)('by %s has one of each story', async (order) => {
    const stories = (await readAll({ order, collapse: 'stories', limit: 2 })).map(storyOf)
    expect(stories.toSorted()).toEqual(['s0', 's1', 's2', 's3', 's4'])
  })

  it('goes on, the newest first, beyond the best that are put in order', async () => {
    for (let n = 300; n < 560; n += 1) await put(n, { title: 'harbour' })
    const all: number[] = []
    let cursor: string | undefined
    do {
      const page = await asked(words('harbour'), { limit: 100, cursor })
      all.push(...numbers(page))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(all).toHaveLength(300)
    expect(new Set(all).size).toBe(300)
  })

  it('without words is by time, in pages too', async () => {
    const first = await asked(field('source', 'source'), { limit: 30 })
    const second = await asked(field('source', 'source'), { limit: 30, cursor: first.nextCursor ?? '' })
    expect([...numbers(first), ...numbers(second)]).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at))
  })

  it('refuses a cursor of another list', async () => {
    const { nextCursor } = await asked(words('harbour'), { limit: 1, order: 'newest' })
    for (const cursor of [nextCursor ?? '', '', 'x', 'Ynk=']) {
      await expect(asked(words('harbour'), { cursor })).rejects.toMatchObject({ code: 'cursor.invalid' })
    }
  })
})

it('puts what is of now before what is old, other things being equal', async () => {
  await put(1, { title: 'harbour news', publishedAt: '2025-01-01T00:00:00.000Z' })
  await put(2, { title: 'harbour news', publishedAt: '2026-01-31T00:00:00.000Z' })
  await put(3, { title: 'harbour news', publishedAt: '2025-06-01T00:00:00.000Z' })
  expect(numbers(await asked(words('harbour')))).toEqual([2, 3, 1])
})

it('finds many articles of one instant, in a span of time too', async () => {
  const publishedAt = '2026-01-01T00:00:00.000Z'
  await Promise.all(Array.from({ length: 300 }, (_, n) => put(n + 1, { title: 'harbour', publishedAt })))
  const before = new Date('2026-01-01T00:00:00.001Z')
  const page = await asked(both(words('harbour'), { kind: 'time', after: new Date(publishedAt), before }))
  expect(page.total).toBe(300)
})

it('answers any tree of queries', async () => {
  await put(1, { title: 'harbour strike', keywords: ['"quoted"', 'a*b'] })
  await put(2, { title: 'ميناء', lang: 'ar' })
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '*', 'a" OR b', 'NEAR(a b)', '\0', 'harbour', 'strike ميناء', '—', '🙂'),
  )
  const date = fc.option(fc.date({ noInvalidDate: true }))
  const { tree } = fc.letrec<{ tree: Query; leaf: Query }>((tie) => ({
    leaf: fc.oneof(
      fc.record({ kind: fc.constant('words' as const), words: fc.array(text, { maxLength: 6 }) }),
      fc.record({ kind: fc.constantFrom('phrase' as const, 'prefix' as const), text }),
      fc.record({
        kind: fc.constant('field' as const),
        field: fc.constantFrom('source', 'lang', 'tag', 'author', 'story'),
        value: text,
      }),
      fc.record({ kind: fc.constant('time' as const), after: date, before: date }),
      fc.record({ kind: fc.constantFrom('all' as const, 'original' as const) }),
    ),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('tree'), { maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), part: tie('tree') }),
    ),
  }))
  const collapse = fc.constantFrom('none', 'copies', 'stories')
  await fc.assert(
    fc.asyncProperty(tree, collapse, fc.constantFrom('relevance', 'newest'), async (query, how, order) => {
      const page = await asked(query, { collapse: how, order, limit: 1 })
      expect(page.articles.length).toBeLessThanOrEqual(1)
      await reader.facets(query)
    }),
    { numRuns: 400 },
  )
})

it('answers trees that are too deep or too wide', async () => {
  await put(1, { title: 'harbour' })
  let deep = words('harbour')
  for (let depth = 0; depth < 2000; depth += 1) deep = depth % 2 === 0 ? not(deep) : either(deep, words('quay'))
  const wide = either(...Array.from({ length: 5000 }, (_, n) => words(`quay${n}`)))
  for (const query of [deep, wide, words(...Array.from({ length: 5000 }, () => 'harbour'))]) await asked(query)
  expect(await found(words(...Array.from({ length: 5000 }, () => 'harbour')))).toEqual([1])
})
