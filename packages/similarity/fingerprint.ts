import { mix } from './hash.ts'
import { hashWords, type HashedWords } from './hash-words.ts'
import { tellingWords } from './telling-words.ts'

/** What two texts are compared by: bounded, whatever the text. */
export type Fingerprint = {
  /** Equal for texts that differ only in spelling variants, marks and white space. */
  readonly contentHash: string
  /** Words of the text. */
  readonly words: number
  /** Distinct shingles of the text. */
  readonly shingles: number
  /** The lowest hashes of its shingles, ascending: all of them where there are fewer than `sketchMax`. */
  readonly sketch: Uint32Array
  /** Hashes of the first words, in their order. */
  readonly head: Uint16Array
  /** Hashes of its numbers, ascending. */
  readonly numbers: Uint16Array
  /** Hashes of the names that its script tells (capitals within a sentence), ascending. */
  readonly names: Uint16Array
}

/** Words that make a shingle. */
const shingleWords = 4
/** Hashes kept of all shingles: what is estimated from them errs by a few hundredths. */
export const sketchMax = 128
/** Longer texts are judged by their beginning. */
const wordsMax = 20_000

/**
 * Takes the fingerprint of a text: a bottom-k sketch of its word 4-grams, its first words, its numbers and names.
 * Source of the sketch: A. Broder, "On the resemblance and containment of documents", 1997.
 *
 * @param text the body of an article; one of a few words is better judged together with its title
 */
export function fingerprint(text: string): Fingerprint {
  const words = hashWords(text, wordsMax)
  const shingles = shinglesOf(words)
  return {
    contentHash: contentHashOf(words),
    words: words.count,
    shingles: shingles.length,
    sketch: shingles.slice(0, sketchMax),
    ...tellingWords(text, words),
  }
}

/** Four lanes of 32 bits, for a chance meeting of two texts must not happen in a lifetime. */
function contentHashOf({ hashes, count }: HashedWords): string {
  const lanes = Uint32Array.of(0x9e37_79b9, 0x85eb_ca6b, 0xc2b2_ae35, 0x27d4_eb2f)
  for (let word = 0; word < count; word += 1) {
    const hash = hashes[word] ?? 0
    for (let lane = 0; lane < lanes.length; lane += 1) {
      lanes[lane] = mix(Math.imul(lanes[lane] ?? 0, 0x0100_0193) ^ Math.imul(hash, 2 * lane + 1))
    }
  }
  return Array.from(lanes, (lane) => lane.toString(36).padStart(7, '0')).join('')
}

/** The distinct hashes of all runs of words, ascending. */
function shinglesOf({ hashes, count }: HashedWords): Uint32Array {
  const all = new Uint32Array(Math.max(0, count - shingleWords + 1))
  for (let index = 0; index < all.length; index += 1) {
    let hash = 0
    for (let word = 0; word < shingleWords; word += 1) hash = mix(hash ^ (hashes[index + word] ?? 0))
    all[index] = hash
  }
  all.sort()
  let distinct = 0
  for (let index = 0; index < all.length; index += 1) {
    if (index === 0 || all[index] !== all[index - 1]) all[distinct++] = all[index] ?? 0
  }
  return all.subarray(0, distinct)
}
