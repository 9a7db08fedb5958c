import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches } from './matches.ts'
import type { MatchableArticle } from './matches.ts'
import { parseQuery } from './parse-query.ts'
import { percolator } from './percolator.ts'
import type { Query } from './query.ts'
import { writeQuery } from './write-query.ts'

/** What a query can be made of, well or badly. */
const words = [
  'harbour',
  'مرفأ',
  'كوريا',
  '2026',
  'C++',
  'a',
  'econom*',
  '*',
  '東京',
  'צה"ל',
  'x:y',
  'is:blue',
  'مُدَرِّسَة',
]
const signs = 'AND OR NOT - | || ( ) （ " « » “ ” 「 ＂ : + -( -" \' -- -> { ^2 ; …'.split(' ')
const fields = [
  'source:',
  'lang:ar',
  'مصدر:',
  'tag:"a b"',
  'author:«ب ج»',
  'story:s1',
  'is:original',
  'is:"x y"',
  'لغة:عربي',
]
const dates = [
  'after:yesterday',
  'before:2026-01-31',
  'on:2026-01',
  'after:',
  'قبل:أمس',
  'بعد:"منذ أسبوع"',
  'on:31',
  'January',
]
const controls = ['\u0000', '\u200f', '\u202e', '\ud800', '\u064b', '\t', 'NEAR(a b)', 'title:x', '; DROP']
const pieces = [...words, ...signs, ...fields, ...dates, ...controls]

/** Queries that look like queries, and strings of any signs. */
const hostileQuery = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => list.join(' ')) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => list.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)

const now = new Date('2026-03-10T15:30:00Z')
const parse = (typed: string): Query => parseQuery(typed, { now }).query
const article = (text: string, lang: string | null): MatchableArticle => ({
  title: text,
  text: 'The harbour master opened berth seven; مرفأ كوريا',
  lang,
  keywords: ['a b'],
  author: 'ب ج',
  source: { name: 'Quay Gazette' },
  publishedAt: '2026-03-09T22:00:00.000Z',
  fetchedAt: '2026-03-10T01:00:00.000Z',
  isOriginal: true,
  story: null,
})

const titles = fc.constantFrom('', 'harbour a', 'كوريا 2026', 'econom x y', '東京', 'the of in')
const langs = fc.constantFrom('ar', 'en', null, 'ja')

describe('whatever was typed', () => {
  it('is a query of bounded depth with few remarks, never an error', () => {
    fc.assert(
      fc.property(hostileQuery, (typed) => {
        const { query, remarks } = parseQuery(typed, { now })
        expect(depthOf(query)).toBeLessThan(40)
        expect(remarks.length).toBeLessThan(10)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is written so that it is read as the same query', () => {
    fc.assert(
      fc.property(hostileQuery, (typed) => {
        const query = parse(typed.slice(0, 200))
        expect(parse(writeQuery(query))).toEqual(query)
      }),
      { numRuns: 5_000 },
    )
  })

  it('finds among many searches what asking each alone finds', () => {
    fc.assert(
      fc.property(fc.array(hostileQuery, { maxLength: 12 }), titles, langs, (typed, title, lang) => {
        const searches = typed.map((one, at) => ({ id: `${at}`, query: parse(one) }))
        const alone = searches.filter(({ query }) => matches(query, article(title, lang))).map(({ id }) => id)
        expect(percolator(searches)(article(title, lang))).toEqual(alone)
      }),
      { numRuns: 300 },
    )
  })

  it('excludes what it does not ask for', () => {
    fc.assert(
      fc.property(hostileQuery, titles, langs, (typed, title, lang) => {
        const query = parse(typed)
        const isMatch = matches(query, article(title, lang))
        expect(matches({ kind: 'not', part: query }, article(title, lang))).toBe(!isMatch)
        expect(matches({ kind: 'and', parts: [query, query] }, article(title, lang))).toBe(isMatch)
      }),
    )
  })
})

function depthOf(query: Query): number {
  if (query.kind === 'and' || query.kind === 'or') return 1 + Math.max(...query.parts.map((part) => depthOf(part)))
  return query.kind === 'not' ? 1 + depthOf(query.part) : 0
}
