import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from './article.ts'
import { type Newsdesk, openNewsdesk } from './newsdesk.ts'
import { encodeWindows1256 } from './windows-1256.ts'

const now = (): Date => new Date('2026-03-04T12:00:00Z')

const textOf = (article: Article): string => [article.title, ...article.paragraphs].join('\n')

function textsOf(desk: Newsdesk, count: number): string[] {
  return Array.from({ length: count }, () => desk.publish().paragraphs.join('\n'))
}

describe('inventedArticles', () => {
  it('are all different for as long as one cares to wait', () => {
    expect(new Set(textsOf(openNewsdesk({ seed: 1, now }), 1500)).size).toBe(1500)
  })

  it('are the same again for the same seed, and others for another', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(textsOf(openNewsdesk({ seed, now }), 20)).toEqual(textsOf(openNewsdesk({ seed, now }), 20))
      }),
      { numRuns: 10 },
    )
    expect(textsOf(openNewsdesk({ seed: 1, now }), 5)).not.toEqual(textsOf(openNewsdesk({ seed: 2, now }), 5))
  })

  it('leave no placeholder unfilled and fit the encoding of their publisher', () => {
    const desk = openNewsdesk({ seed: 3, now })
    const articles = Array.from({ length: 400 }, () => desk.publish())
    expect(articles.filter((article) => /[{}]|undefined/.test(textOf(article)))).toEqual([])
    const inOldCodePage = articles.filter(({ publisher }) => publisher.charset === 'windows-1256')
    expect(inOldCodePage.filter((article) => encodeWindows1256(textOf(article)).includes('&#'))).toEqual([])
  })

  it('come from every publisher, and some are wire copies of an earlier agency report', () => {
    const desk = openNewsdesk({ seed: 4, now })
    const articles = Array.from({ length: 200 }, () => desk.publish())
    expect(new Set(articles.map(({ publisher }) => publisher.id)).size).toBe(6)
    const copies = articles.filter(({ original }) => original !== undefined)
    expect(copies.length).toBeGreaterThan(10)
    for (const copy of copies) {
      expect(copy.original?.publisher.isAgency).toBe(true)
      expect(copy.original?.number).toBeLessThan(copy.number)
      expect(copy.publisher).not.toBe(copy.original?.publisher)
    }
  })

  it('are never an agency report told twice by the same publisher', () => {
    const desk = openNewsdesk({ seed: 5, now })
    const titles = Array.from({ length: 300 }, () => desk.publish()).map((a) => `${a.publisher.id} ${a.title}`)
    expect(new Set(titles).size).toBeGreaterThan(280)
  })
})

describe('openNewsdesk', () => {
  it('keeps a limited number of articles', () => {
    const desk = openNewsdesk({ seed: 6, now })
    for (let count = 0; count < 5100; count++) desk.publish()
    expect(desk.articles().length).toBe(5000)
  })

  it('amends an article where it stands', () => {
    let time = new Date('2026-03-04T12:00:00Z')
    const desk = openNewsdesk({ seed: 7, now: () => time })
    const [article] = desk.articles()
    if (article === undefined) throw new Error('no articles')
    time = new Date('2026-03-04T13:00:00Z')
    const amended = desk.amend(article)
    expect(amended.paragraphs.length).toBe(article.paragraphs.length + 1)
    expect(amended.modifiedAt).toEqual(time)
    expect(amended.publishedAt).toEqual(article.publishedAt)
    expect(desk.find(article.publisher.id, article.number)).toBe(amended)
  })
})
