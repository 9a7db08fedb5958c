import { article as articleSchema } from '@rafid/contracts'
import type { Article } from '@rafid/contracts'

const words =
  'harbour bridge market valley station orchard library council river engine window teacher garden winter music bakery forest signal ticket island ferry tunnel museum doctor farmer pilot kitchen mountain letter bicycle castle lantern meadow barrel carpet violin copper ribbon saddle anchor basket candle'.split(
    ' ',
  )

/** A repeatable sequence of numbers in [0, 1). Source: T. Wang's hash in the form of "mulberry32". */
export function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A text of its own for each number. */
export function reportText(number: number, sentences = 12): string {
  const random = repeatable(number * 7_919)
  const word = () => words[Math.floor(random() * words.length)] ?? ''
  const sentence = () => `The ${Array.from({ length: 11 }, word).join(' ')}.`
  return Array.from({ length: sentences }, sentence).join(' ')
}

/** An article of a publisher, an hour after the one before it where `hour` says nothing else. */
export function report(number: number, text: string, { hour = number / 60, publisher = number } = {}): Article {
  const at = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString()
  return articleSchema.parse({
    id: `a${String(number).padStart(24, '0')}`,
    url: `https://publisher${publisher}.example/${number}`,
    feedId: null,
    title: `Report ${number}`,
    text,
    html: '',
    lang: 'en',
    author: null,
    publishedAt: at,
    updatedAt: null,
    fetchedAt: at,
    source: { name: `Publisher ${publisher}`, url: null },
    attribution: null,
    keywords: [],
    image: null,
    readAlso: [],
    confidence: 1,
  })
}
