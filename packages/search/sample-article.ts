import type { Article, Relation } from '@rafid/contracts'

export const original: Relation = { kind: 'original', duplicateOf: null, resemblance: null }

/** The relation of a copy of the article of that id. */
export const copyOf = (id: string): Relation => ({ kind: 'duplicate', duplicateOf: id, resemblance: 0.9 })

export const sampleId = (n: number): string => `a${String(n).padStart(24, '0')}`

/** An article to try the index with. */
export function sampleArticle(n: number, over: Partial<Article> = {}): Article {
  return {
    id: sampleId(n),
    url: `https://example.org/${n}`,
    feedId: null,
    title: `headline ${n}`,
    text: `body of article ${n}`,
    html: '',
    lang: 'en',
    author: null,
    publishedAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    updatedAt: null,
    fetchedAt: '2026-02-01T00:00:00.000Z',
    source: { name: 'Source', url: null },
    attribution: null,
    keywords: [],
    image: null,
    readAlso: [],
    confidence: 1,
    publishedDay: null,
    section: null,
    dateline: null,
    photoCredit: null,
    breaking: false,
    extraction: null,
    ...over,
  }
}
