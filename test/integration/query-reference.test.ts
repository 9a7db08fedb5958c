import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Relation } from '@rafid/contracts'
import { copyOf, original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { matches, parseQuery } from '@rafid/query'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

const now = new Date('2026-01-12T00:00:00Z')
const vocabulary =
  'harbour berth ferries master opened economists مرفأ المكتبة كوريا الشمالية والمرفأ 2026 ٢٠٢٦ BBC well-known the في 東京都 мир News'.split(
    ' ',
  )

/** The same articles every time: each takes its words by turns of its own. */
const articles = Array.from({ length: 90 }, (_, n): [Article, Relation] => {
  const turn = <Item>(list: readonly Item[], step: number): Item | undefined => list[(n * step + step) % list.length]
  const words = (count: number, step: number): string =>
    Array.from(
      { length: count },
      (_each, at) => vocabulary[(n * step + at * (step + (n % 5))) % vocabulary.length],
    ).join(' ')
  const article = sampleArticle(n, {
    title: words(4, 3),
    text: words(12, 7),
    lang: turn(['en', 'ar', 'ja', 'ru', null], 2) ?? null,
    author: turn([null, 'سعاد المرفئي', 'A b C', null], 3) ?? null,
    keywords: turn([[], ['a b'], ['Port', 'x']], 4) ?? [],
    source: { name: n % 7 < 3 ? 'Quay Gazette' : 'BBC News', url: null },
    publishedAt: turn([null, '2026-01-09T23:00:00.000Z', '2026-01-10T03:00:00.000Z', null], 5) ?? null,
  })
  return [article, n % 9 === 8 ? copyOf(n - 1) : original]
})

const word = fc.constantFrom(...vocabulary)
const phrase = fc.tuple(word, word).map(([one, other]) => `"${one} ${other}"`)
const prefix = fc.constantFrom('harb*', 'econ*', 'مر*', 'ال*', 'ber*', 'كو*', '東*')
const field = fc.constantFrom(
  'source:quay',
  'source:"quay gazette"',
  'source:gazett',
  'lang:en',
  'lang:ar',
  'tag:"a b"',
  'tag:port',
  'author:سعاد',
  'author:"b c"',
)
const other = fc.constantFrom('is:original', 'on:2026-01-10', 'after:2026-01-10', 'before:2026-01-10')
const piece = fc
  .tuple(fc.constantFrom('', '', 'NOT '), fc.oneof(word, phrase, prefix, field, other))
  .map((parts) => parts.join(''))
const group = fc.array(piece, { minLength: 1, maxLength: 3 })
/** Each word by itself: of words beside each other the engine also shows articles that hold enough of them. */
const query = fc
  .array(
    group.chain((pieces) => fc.constantFrom(pieces.join(' AND '), `(${pieces.join(' OR ')})`)),
    { minLength: 1, maxLength: 3 },
  )
  .map((groups) => groups.join(' AND '))

let dir: string
let reader: ArticleReader
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-reference-'))
  const writer = openWriter(join(dir, 'index.db'))
  for (const [article, relation] of articles) await writer.put(article, relation)
  await writer.close()
  reader = openReader(join(dir, 'index.db'))
})
afterAll(async () => {
  await reader.close()
  rmSync(dir, { recursive: true })
})

async function foundBy(typed: string): Promise<string[]> {
  const request = { order: 'newest', collapse: 'none', limit: 100, now } as const
  const page = await reader.search({ ...request, query: parseQuery(typed, { now }).query })
  return page.articles.map(({ id }) => id).toSorted()
}

it('the index finds the articles that answer a query one by one', async ({ skip }) => {
  if ((await foundBy('lang:en')).length === 0) skip('this engine knows words only')
  await fc.assert(
    fc.asyncProperty(query, async (typed) => {
      const asked = parseQuery(typed, { now }).query
      const answering = articles.filter(([article, { kind }]) =>
        matches(asked, { ...article, isOriginal: kind === 'original', story: null }),
      )
      expect(await foundBy(typed), typed).toEqual(answering.map(([{ id }]) => id).toSorted())
    }),
    { numRuns: 500 },
  )
})
