import type { AskedTerm } from './asked-terms.ts'
import { decodeTerms } from './term-codes.ts'

/** How much of what was asked for an article holds, and how well. */
export type Relevance = { readonly score: number; readonly termsHeld: number }

/** Saturation of a word that stands often, and how far long articles are marked down, as in BM25. */
const saturation = 1.2
const lengthShare = 0.75
/** A word of the title or the keywords is worth so many of the text. */
const titleWeight = 3
const keywordWeight = 2
/** What the exact form adds to the stem. */
const exactWeight = 0.3
/** What words add that stand close to each other as in the query. */
const closenessWeight = 0.6
/** Words further apart than this are not close, in words. */
const distanceMax = 8

/**
 * BM25 over stems in title, keywords and text, with a share for exact forms and one for words that stand close together.
 *
 * @see Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (fields as weighted counts)
 * @see Büttcher, Clarke and Lushman, "Term Proximity Scoring for Ad-Hoc Retrieval on Very Large Text Collections", 2006
 */
export class RelevanceScorer {
  readonly #terms: readonly AskedTerm[]
  readonly #averageWords: number
  readonly #places = new Map<number, number>()
  /** One bit for what cannot be a term that is asked for: most words of an article. */
  readonly #maybe = new Uint8Array(4096)
  readonly #stems: Float64Array
  readonly #exact: Float64Array
  readonly #close: Float64Array

  /** @param averageWords of an article of the shelf */
  constructor(terms: readonly AskedTerm[], averageWords: number) {
    this.#terms = terms
    this.#averageWords = Math.max(1, averageWords)
    for (const [place, { code }] of terms.entries()) {
      this.#places.set(code >>> 8, place)
      this.#maybe[(code >>> 8) & 4095] = 1
    }
    this.#stems = new Float64Array(terms.length)
    this.#exact = new Float64Array(terms.length)
    this.#close = new Float64Array(terms.length)
  }

  /** @param bytes the words of an article, as `encodeTerms` wrote them */
  score(bytes: Uint8Array): Relevance {
    const { title, body, keywords } = decodeTerms(bytes)
    for (const counts of [this.#stems, this.#exact, this.#close]) counts.fill(0)
    this.#count(title, titleWeight)
    this.#count(keywords, keywordWeight)
    this.#count(body, 1)
    return this.#sum(body.length + title.length)
  }

  #count(codes: Uint32Array, weight: number): void {
    let lastAt = -1
    let last = -1
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] ?? 0
      if (this.#maybe[(code >>> 8) & 4095] === 0) continue
      const place = this.#places.get(code >>> 8)
      if (place === undefined) continue
      this.#stems[place] = (this.#stems[place] ?? 0) + weight
      if (code === this.#terms[place]?.code) this.#exact[place] = (this.#exact[place] ?? 0) + weight
      if (last >= 0 && last !== place && at - lastAt <= distanceMax) this.#meet(last, place, at - lastAt)
      last = place
      lastAt = at
    }
  }

  #meet(one: number, other: number, distance: number): void {
    const nearness = 1 / (distance * distance)
    this.#close[one] = (this.#close[one] ?? 0) + (this.#terms[other]?.weight ?? 0) * nearness
    this.#close[other] = (this.#close[other] ?? 0) + (this.#terms[one]?.weight ?? 0) * nearness
  }

  #sum(wordCount: number): Relevance {
    const length = saturation * (1 - lengthShare + (lengthShare * wordCount) / this.#averageWords)
    const saturated = (count: number): number => (count * (saturation + 1)) / (count + length)
    let score = 0
    let termsHeld = 0
    for (const [place, { weight }] of this.#terms.entries()) {
      const count = this.#stems[place] ?? 0
      if (count === 0) continue
      termsHeld += 1
      score += weight * (saturated(count) + exactWeight * saturated(this.#exact[place] ?? 0))
      score += closenessWeight * Math.min(1, weight) * saturated(this.#close[place] ?? 0)
    }
    return { score, termsHeld }
  }
}
