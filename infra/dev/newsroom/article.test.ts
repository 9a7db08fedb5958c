import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleNumberIn, articlePath } from './article.ts'
import { publishers } from './publishers.ts'

const anArticle = {
  topic: 'ports' as const,
  byline: '',
  tags: [],
  paragraphs: [],
  publishedAt: new Date('2026-01-02T03:04:05Z'),
  modifiedAt: new Date('2026-01-02T03:04:05Z'),
}

describe('articlePath', () => {
  it('leads back to the article for every publisher and any title', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...publishers),
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.string({ unit: 'grapheme' }),
        (publisher, number, title) => {
          const path = articlePath({ ...anArticle, publisher, number, title })
          expect(articleNumberIn(path, publisher.id)).toBe(number)
          expect(URL.parse(path, 'http://127.0.0.1/')?.pathname.startsWith('/')).toBe(true)
        },
      ),
    )
  })

  it('is found with tracking parameters too', () => {
    expect(articleNumberIn('/a/10402?utm_source=rss', 'qanadil')).toBe(10_402)
    expect(articleNumberIn('/story.php?utm_source=rss&id=10402', 'rawasi')).toBe(10_402)
  })
})

describe('articleNumberIn', () => {
  it('takes nothing else for an article and never throws', () => {
    expect(articleNumberIn('/section/ports', 'tidewick')).toBeUndefined()
    expect(articleNumberIn('/story.php?sid=4', 'rawasi')).toBeUndefined()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...publishers), (path, { id }) => {
        const number = articleNumberIn(path, id)
        expect(number === undefined || Number.isSafeInteger(number)).toBe(true)
      }),
    )
  })
})
