import { createHash } from 'node:crypto'
import { words } from '@rafid/text'

/** What two texts are compared by. */
export type Sketch = {
  /** Equal for texts that differ only in spelling variants, marks and white space. */
  readonly contentHash: string
  /** MinHash values; empty for a text too short to be near anything but itself. */
  readonly signature: Uint32Array
}

const shingleWords = 3
const permutations = 128
const bandRows = 4

/** Longer texts are judged by their beginning. */
const wordsMax = 20_000

/** Too few shingles say nothing about resemblance: two one-line notices share most of theirs by chance. */
const shinglesMin = 8

/**
 * Sketches a text by the word 3-grams of its normalised form.
 * Source: A. Broder, "On the resemblance and containment of documents", 1997.
 */
export function sketch(text: string): Sketch {
  const normalised = words(text).slice(0, wordsMax)
  const contentHash = createHash('sha256').update(normalised.join(' ')).digest('hex')
  const shingles = shingle(normalised)
  return { contentHash, signature: shingles.size < shinglesMin ? new Uint32Array() : minHash(shingles) }
}

/** Estimated share of shingles that two texts have in common, 0 to 1; 0 when either has no signature. */
export function resemblance(one: Uint32Array, other: Uint32Array): number {
  if (one.length !== permutations || other.length !== permutations) return 0
  let equal = 0
  for (let index = 0; index < permutations; index += 1) if (one[index] === other[index]) equal += 1
  return equal / permutations
}

/**
 * Keys of which near-duplicates share at least one: 32 bands of 4 values find a pair of resemblance 0.6 with
 * probability 0.99. Source: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3.4.
 */
export function bands(signature: Uint32Array): string[] {
  const keys: string[] = []
  for (let start = 0; start < signature.length; start += bandRows) {
    const rows = signature.subarray(start, start + bandRows)
    keys.push(`${start / bandRows}-${[...rows].map((value) => value.toString(36)).join('-')}`)
  }
  return keys
}

function shingle(normalised: readonly string[]): Set<number> {
  const hashes = normalised.map(fnv1a)
  const shingles = new Set<number>()
  for (let index = 0; index + shingleWords <= hashes.length; index += 1) {
    let hash = 0
    for (let word = 0; word < shingleWords; word += 1) hash = mix(hash ^ (hashes[index + word] ?? 0))
    shingles.add(hash)
  }
  return shingles
}

function minHash(shingles: ReadonlySet<number>): Uint32Array {
  const signature = new Uint32Array(permutations).fill(0xff_ff_ff_ff)
  for (const hash of shingles) {
    for (let index = 0; index < permutations; index += 1) {
      const value = mix(hash ^ (seeds[index] ?? 0))
      if (value < (signature[index] ?? 0)) signature[index] = value
    }
  }
  return signature
}

const seeds = Uint32Array.from({ length: permutations }, (_, index) => mix(Math.imul(index + 1, 0x9e37_79b9)))

/** Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a, 32 bits, over UTF-16 units. */
function fnv1a(word: string): number {
  let hash = 0x811c_9dc5
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x0100_0193)
  return hash >>> 0
}

/** Finaliser of MurmurHash3 (A. Appleby): every bit of the input changes half of the output. */
function mix(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
