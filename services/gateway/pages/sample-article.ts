import type { Article, Relation } from '@rafid/contracts'

export const original: Relation = { kind: 'original', duplicateOf: null, resemblance: null }

/** An article to try pages with. */
export function sampleArticle(number: number, over: Partial<Article> = {}): Article {
  return {
    id: sampleId(number),
    url: `https://publisher.example/${number}`,
    feedId: null,
    title: `Harbour opens berth ${number}`,
    text: `The harbour master opened berth ${number} this morning. Ferries follow next week.`,
    html: `<p>The harbour master opened berth ${number} this morning.</p>`,
    lang: 'en',
    author: null,
    publishedAt: new Date(Date.UTC(2026, 0, 10, 8, number)).toISOString(),
    updatedAt: null,
    fetchedAt: '2026-01-10T12:00:00.000Z',
    source: { name: 'Quay Gazette', url: 'https://publisher.example/' },
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

export function sampleId(number: number): string {
  return `a${String(number).padStart(24, '0')}`
}

/** The relation of a copy of the article of that number. */
export function copyOf(number: number): Relation {
  return { kind: 'duplicate', duplicateOf: sampleId(number), resemblance: 0.95 }
}
