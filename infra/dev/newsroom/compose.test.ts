import { describe, expect, it } from 'vitest'
import type { Article } from './article.ts'
import { drafts } from './articles/index.ts'
import { composeBase } from './compose.ts'
import { type PublisherId, publishers } from './publishers.ts'
import { encodeWindows1256 } from './windows-1256.ts'

const now = new Date('2026-03-04T12:00:00Z')
const articles = composeBase(drafts, now)
const textOf = (article: Article): string => article.paragraphs.join('\n')

const copiedBy = (id: PublisherId): string =>
  articles
    .filter((a) => a.original !== undefined && a.publisher.id === id)
    .map(textOf)
    .join('\n')

describe('the base articles', () => {
  it('are at least 60, of which 36 in Arabic and 24 in English', () => {
    const inArabic = articles.filter(({ publisher }) => publisher.lang === 'ar').length
    expect(inArabic).toBeGreaterThanOrEqual(36)
    expect(articles.length - inArabic).toBeGreaterThanOrEqual(24)
  })

  it('have ids of their own, and no two have equal text or title', () => {
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length)
    expect(new Set(articles.map(textOf)).size).toBe(articles.length)
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length)
  })

  it('have three to seven paragraphs of more than a few words', () => {
    const malformed = articles.filter((article) => {
      const written = article.paragraphs.filter((paragraph) => !/^(المصدر|Source):/.test(paragraph))
      return written.length < 3 || written.length > 7 || written.some(({ length }) => length <= 50)
    })
    expect(malformed).toEqual([])
  })

  it('appeared one after the other in the past, wire copies and updates after their reports', () => {
    expect(articles).toEqual(articles.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime()))
    expect(articles.at(-1)?.publishedAt.getTime()).toBeLessThan(now.getTime())
    const tooEarly = articles.filter(({ number, original, updates }) => ((original ?? updates)?.number ?? 0) >= number)
    expect(tooEarly).toEqual([])
  })

  it('are spread over all publishers', () => {
    for (const publisher of publishers) {
      expect(articles.filter((article) => article.publisher === publisher).length).toBeGreaterThanOrEqual(8)
    }
  })

  it('can be written in the encoding of the publisher without character references', () => {
    const inOldCodePage = articles.filter(({ publisher }) => publisher.charset === 'windows-1256')
    expect(inOldCodePage.length).toBeGreaterThan(0)
    expect(inOldCodePage.filter((a) => encodeWindows1256(a.title + textOf(a)).includes('&#'))).toEqual([])
  })
})

describe('a wire copy', () => {
  const copies = articles.filter(({ original }) => original !== undefined)

  it('names the agency it was taken from and carries no dateline', () => {
    expect(copies.length).toBeGreaterThanOrEqual(20)
    for (const copy of copies) {
      expect(copy.original?.publisher.isAgency).toBe(true)
      expect(copy.paragraphs.at(-1)).toMatch(/^(المصدر|Source): /)
      expect(copy.paragraphs[0]).not.toMatch(/\((رواسي|Larkmoor Wire)\)/)
    }
  })

  it('writes numbers in the style of the publisher that took it over', () => {
    expect(copiedBy('baydar')).not.toMatch(/\d/)
    expect(copiedBy('suhul')).not.toMatch(/\d,\d{3}/)
    expect(copiedBy('tidewick')).not.toMatch(/percent/)
  })

  it('of a report that does not exist is refused', () => {
    const stray = { kind: 'copy', id: 'x', of: 'nothing', publisher: 'baydar', ageMinutes: 1, title: 'x' } as const
    expect(() => composeBase([stray], now)).toThrow(RangeError)
  })
})
