import { CodedError } from '@rafid/errors'
import { parseQuery } from '@rafid/query'
import type { Query } from '@rafid/query'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allPages, idsOf, indexForAll, putAll, request } from './index-under-test.ts'
import type { OpenIndex } from './index-under-test.ts'
import { original, report, sampleNews } from './sample-news.ts'

const nasty = [
  '"',
  "'",
  '*',
  '**',
  '?',
  '\\',
  '(',
  ')',
  'NEAR(',
  'a" OR *',
  'title:x',
  '-',
  '^',
  'AND',
  'a AND',
  '{"match_all":{}}',
  '\0',
  '\u202e',
  '\ufeff',
  '\ud800',
  'ـــــ',
  '…',
  '  ',
  '%',
  ';DROP TABLE articles',
  '/.*/',
  '[a TO z]',
  '<script>',
  'x'.repeat(10_000),
  'كلمة '.repeat(2_000),
  '漢字'.repeat(3_000),
  'a '.repeat(5_000),
]

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)

const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.array(text, { maxLength: 5 }).map((words): Query => ({ kind: 'words', words })),
  text.map((value): Query => ({ kind: 'phrase', text: value })),
  text.map((value): Query => ({ kind: 'prefix', text: value })),
  fc
    .tuple(fc.constantFrom('source', 'lang', 'tag', 'author', 'story'), text)
    .map(([field, value]): Query => ({ kind: 'field', field, value })),
  fc
    .tuple(fc.option(fc.date({ noInvalidDate: true })), fc.option(fc.date({ noInvalidDate: true })))
    .map(([after, before]): Query => ({ kind: 'time', after, before })),
)

const { tree } = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }).map((parts): Query => ({ kind: 'and', parts })),
    fc.array(tie('tree'), { maxLength: 4 }).map((parts): Query => ({ kind: 'or', parts })),
    tie('tree').map((part): Query => ({ kind: 'not', part })),
  ),
}))

function nested(depth: number): Query {
  let query: Query = { kind: 'words', words: ['council'] }
  for (let at = 0; at < depth; at += 1) query = { kind: 'not', part: query }
  return query
}

const wide = (count: number): Query => ({
  kind: 'or',
  parts: Array.from({ length: count }, (_, at): Query => ({ kind: 'words', words: [`word${at}`] })),
})

/** Nobody's input is an error of the index: it is answered, or refused with a code. */
export function hostileTests(open: OpenIndex): void {
  describe('hostile input', () => {
    const index = indexForAll(open, async ({ writer }) => void (await putAll(writer, sampleNews(30))))
    // A server's fault is not the asker's: only what we refuse ourselves is an answer.
    const fine = /^(answered|query\.\w+|cursor\.\w+)$/
    const outcome = async (run: () => Promise<unknown>): Promise<string> => {
      try {
        await run()
        return 'answered'
      } catch (error) {
        return error instanceof CodedError ? error.code : `bug: ${String(error).slice(0, 200)}`
      }
    }

    it('is searched for or refused', async () => {
      const orders = fc.constantFrom('relevance', 'newest')
      const collapses = fc.constantFrom('none', 'copies', 'stories')
      const check = async (query: Query, order: 'relevance' | 'newest', collapse: 'none' | 'copies' | 'stories') => {
        const run = () => index().reader.search(request(query, { order, collapse, limit: 3 }))
        expect(await outcome(run)).toMatch(fine)
      }
      await fc.assert(fc.asyncProperty(tree, orders, collapses, check), { numRuns: 150, seed: 7 })
    })

    it('is counted or refused', async () => {
      const check = async (query: Query) => {
        expect(await outcome(() => index().reader.facets(query))).toMatch(fine)
      }
      await fc.assert(fc.asyncProperty(tree, check), { numRuns: 60, seed: 8 })
    })

    it('is corrected or left', async () => {
      const check = async (typed: string[]) => {
        expect(await outcome(() => index().reader.didYouMean(typed))).toMatch(fine)
      }
      await fc.assert(fc.asyncProperty(fc.array(text, { maxLength: 6 }), check), { numRuns: 60, seed: 9 })
    })

    it('is a cursor or refused', async () => {
      const check = async (cursor: string): Promise<void> => {
        expect(await outcome(() => index().reader.newest({ limit: 3, cursor }))).toMatch(fine)
        expect(await outcome(() => index().reader.search(request({ kind: 'all' }, { cursor })))).toMatch(fine)
      }
      await fc.assert(fc.asyncProperty(text, check), { numRuns: 60, seed: 10 })
    })

    it('may be deep, wide, or ask for a strange number of articles', async () => {
      for (const query of [nested(10), nested(2_000), wide(100), wide(5_000), { kind: 'or', parts: [] } as Query]) {
        expect(await outcome(() => index().reader.search(request(query)))).toMatch(fine)
        expect(await outcome(() => index().reader.facets(query))).toMatch(fine)
      }
      for (const limit of [0, -1, 1.5, Number.NaN, 1e9, Number.POSITIVE_INFINITY]) {
        expect(await outcome(() => index().reader.search(request({ kind: 'all' }, { limit })))).toMatch(fine)
        expect(await outcome(() => index().reader.newest({ limit }))).toMatch(fine)
      }
    })

    it('is searched for when it is typed as a query', async () => {
      const pieces = fc.constantFrom(
        '(',
        ')',
        '-',
        '"',
        'OR',
        'AND',
        'NOT',
        'source:',
        'after:2026-01-02',
        '*',
        'ha*',
        'ميناء',
        'harbour',
      )
      const typed = fc.oneof(
        text,
        fc.array(fc.oneof(pieces, text), { maxLength: 80 }).map((parts) => parts.join(' ')),
      )
      const check = async (one: string) => {
        const { query } = parseQuery(one, { now: new Date('2026-03-01T00:00:00.000Z') })
        expect(await outcome(() => index().reader.search(request(query, { order: 'relevance' })))).toBe('answered')
      }
      await fc.assert(fc.asyncProperty(typed, check), { numRuns: 150, seed: 12 })
    })

    it('is searched for when it asks for very much in an index of many languages', async () => {
      const { writer, reader, refresh } = index()
      const langs = [
        'en',
        'fr',
        'de',
        'es',
        'it',
        'pt',
        'nl',
        'sv',
        'da',
        'fi',
        'hu',
        'ro',
        'tr',
        'ru',
        'zh',
        'th',
        null,
      ]
      await putAll(
        writer,
        langs.map((lang, at) => [report(300 + at, { lang }), original]),
      )
      await refresh()
      const many = Array.from({ length: 64 }, (_, at) => `nationalisations${'abcdefgh'.charAt(at % 8)}${at}ings`)
      for (const typed of [
        many.join(' '),
        many.join(' OR '),
        many.map((word) => `-${word}`).join(' '),
        many.join('* OR '),
      ]) {
        const { query } = parseQuery(typed.slice(0, 990), { now: new Date('2026-03-01T00:00:00.000Z') })
        expect(await outcome(() => reader.search(request(query, { order: 'relevance' })))).toBe('answered')
        expect(await outcome(() => reader.facets(query))).toBe('answered')
      }
      const words: Query = {
        kind: 'or',
        parts: many.map((word): Query => ({ kind: 'words', words: [word, 'national'] })),
      }
      expect(await outcome(() => reader.search(request(words, { order: 'relevance' })))).toMatch(fine)
    })

    it('is an article like any other', async () => {
      const { writer, reader, refresh } = index()
      const strange = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 30 }))
      const articles = fc.record({
        title: strange,
        text: strange,
        author: fc.option(strange),
        lang: fc.option(fc.oneof(fc.constantFrom('ar', 'xx', 'EN-us'), strange)),
        keywords: fc.array(strange, { maxLength: 4 }),
        source: strange.map((name) => ({ name, url: null })),
        publishedAt: fc.constantFrom('0001-01-01T00:00:00Z', '1969-07-20T00:00:00Z', '2026-01-02T00:00:00Z', null),
      })
      const all = fc.sample(articles, { numRuns: 60, seed: 11 }).map((over, at) => report(500 + at, over))
      await putAll(
        writer,
        all.map((article) => [article, original]),
      )
      await refresh()
      const ids = new Set(idsOf((await allPages(reader, request({ kind: 'all' }))).hits))
      for (const article of all) {
        expect(ids.has(article.id)).toBe(true)
        // Half of a pair is no letter, and need not come back as it went.
        const kept = await reader.get(article.id)
        expect(kept?.title.toWellFormed()).toBe(article.title.toWellFormed())
        expect(kept?.text.toWellFormed()).toBe(article.text.toWellFormed())
      }
    })

    it('asks for articles and stories that there are none of', async () => {
      for (const id of ['', ...nasty]) {
        expect(await index().reader.get(id)).toBeNull()
        expect(await index().reader.story(id)).toBeNull()
      }
    })
  })
}
