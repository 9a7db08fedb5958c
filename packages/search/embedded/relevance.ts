import type { AskedTerm } from './asked-terms.ts'
import { rootPart, stemPart } from '@rafid/text'
import { decodeTerms } from './term-codes.ts'
import { WordWindow } from './word-window.ts'

/** How well an article answers, and how many of the terms it holds. */
export type Relevance = { readonly score: number; readonly termsHeld: number }

/** Saturation of a word that stands often, and how far long articles are marked down, as in BM25. */
const saturation = 1.4
const lengthShare = 0.75
/** What words count for in the title, the keywords, and the first words of the text: news tells first what it is about. */
const titleWeight = 3
const keywordWeight = 2
const leadWeight = 2.2
const leadWords = 32
/** What the exact form adds to the stem, and what a relative of it is worth. */
const exactWeight = 0.3
const relativeWeight = 0.25
/** What words add that stand close to each other, and how close, in words. */
const closenessWeight = 0.6
const distanceMax = 8
/** What the terms add that stand together in one place. */
const windowWeight = 0.6

/** The maybe-table has a bit for so many roots. */
const rootMask = 4095

/**
 * BM25 over stems in title, keywords, lead and text, with a share for exact forms and relatives, one for words that stand
 * close to each other, and one for the place where most of the terms stand.
 *
 * @see Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (fields as weighted counts)
 * @see Büttcher, Clarke and Lushman, "Term Proximity Scoring for Ad-Hoc Retrieval on Very Large Text Collections", 2006
 */
export class RelevanceScorer {
  readonly #terms: readonly AskedTerm[]
  readonly #averageWords: number
  readonly #stemPlaces = new Map<number, number>()
  readonly #rootPlaces = new Map<number, number>()
  /** Nothing here, and no word of the root is asked for: so are most words of an article. */
  readonly #maybe = new Uint8Array(rootMask + 1)
  readonly #stems: Float64Array
  readonly #exact: Float64Array
  readonly #relatives: Float64Array
  readonly #close: Float64Array
  readonly #window: WordWindow

  /** @param averageWords of an article of the shelf */
  constructor(terms: readonly AskedTerm[], averageWords: number) {
    this.#terms = terms
    this.#averageWords = Math.max(1, averageWords)
    for (const [place, { code }] of terms.entries()) {
      this.#stemPlaces.set(stemPart(code), place)
      if (!this.#rootPlaces.has(rootPart(code))) this.#rootPlaces.set(rootPart(code), place)
      this.#maybe[rootPart(code) & rootMask] = 1
    }
    this.#stems = new Float64Array(terms.length)
    this.#exact = new Float64Array(terms.length)
    this.#relatives = new Float64Array(terms.length)
    this.#close = new Float64Array(terms.length)
    this.#window = new WordWindow(terms.map(({ weight }) => weight))
  }

  /** @param bytes the words of an article, as `encodeTerms` wrote them */
  score(bytes: Uint8Array): Relevance {
    const { title, body, keywords } = decodeTerms(bytes)
    for (const counts of [this.#stems, this.#exact, this.#relatives, this.#close]) counts.fill(0)
    this.#window.beginArticle()
    for (const [codes, lead, rest] of [
      [title, titleWeight, titleWeight],
      [keywords, keywordWeight, keywordWeight],
      [body, leadWeight, 1],
    ] as const) {
      this.#window.beginPart()
      this.#count(codes, lead, rest)
    }
    return this.#sum(body.length + title.length)
  }

  #count(codes: Uint32Array, weightOfLead: number, weightOfRest: number): void {
    let lastAt = -distanceMax
    let last = -1
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] ?? 0
      if (this.#maybe[rootPart(code) & rootMask] === 0) continue
      const stem = this.#stemPlaces.get(stemPart(code))
      const place = stem ?? this.#rootPlaces.get(rootPart(code))
      if (place === undefined) continue
      const weight = at < leadWords ? weightOfLead : weightOfRest
      if (stem === undefined) add(this.#relatives, place, weight)
      else this.#hold(place, code, weight, at)
      const distance = at - lastAt
      if (last >= 0 && last !== place && distance <= distanceMax)
        this.#meet(last, place, stem === undefined ? 2 : 1, distance)
      last = place
      lastAt = at
    }
  }

  #hold(place: number, code: number, weight: number, at: number): void {
    add(this.#stems, place, weight)
    if (code === this.#terms[place]?.code) add(this.#exact, place, weight)
    this.#window.add(at, place)
  }

  #meet(one: number, other: number, looseness: number, distance: number): void {
    const nearness = 1 / (looseness * distance * distance)
    add(this.#close, one, (this.#terms[other]?.weight ?? 0) * nearness)
    add(this.#close, other, (this.#terms[one]?.weight ?? 0) * nearness)
  }

  #sum(wordCount: number): Relevance {
    const length = saturation * (1 - lengthShare + (lengthShare * wordCount) / this.#averageWords)
    const saturated = (count: number): number => (count * (saturation + 1)) / (count + length)
    let score = windowWeight * this.#window.best
    let termsHeld = 0
    for (const [place, { weight }] of this.#terms.entries()) {
      const count = this.#stems[place] ?? 0
      if (count > 0) termsHeld += 1
      score += weight * saturated(count + relativeWeight * (this.#relatives[place] ?? 0))
      score += weight * exactWeight * saturated(this.#exact[place] ?? 0)
      if (count > 0) score += closenessWeight * Math.min(1, weight) * saturated(this.#close[place] ?? 0)
    }
    return { score, termsHeld }
  }
}

function add(counts: Float64Array, place: number, value: number): void {
  counts[place] = (counts[place] ?? 0) + value
}
