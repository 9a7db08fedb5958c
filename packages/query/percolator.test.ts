import { describe, expect, it } from 'vitest'
import type { MatchableArticle } from './matches.ts'
import { parseQuery } from './parse-query.ts'
import { percolator } from './percolator.ts'

const now = new Date('2026-03-10T15:30:00Z')
const article = (text: string, lang: string | null): MatchableArticle => ({
  title: text,
  text: 'The harbour master opened berth seven; مرفأ كوريا',
  lang,
  keywords: ['a b'],
  author: null,
  source: { name: 'Quay Gazette' },
  publishedAt: '2026-03-09T22:00:00.000Z',
  fetchedAt: '2026-03-10T01:00:00.000Z',
  isOriginal: true,
  story: null,
})

describe('the percolator', () => {
  it('finds the searches that an article answers, in their order', () => {
    const typed = [
      'airport',
      'harbour',
      'مرفا',
      'source:quay',
      'harbour OR airport',
      'harbour -berth',
      '"harbour master"',
    ]
    const searches = typed.map((text, at) => ({ id: `${at}`, query: parseQuery(text, { now }).query }))
    const find = percolator(searches)
    expect(find(article('', 'ar'))).toEqual(['1', '2', '3', '4', '6'])
    expect(find(article('airport', 'en'))).toEqual(['0', '1', '2', '3', '4', '6'])
  })
})
