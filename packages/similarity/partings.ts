import type { Fingerprint } from './fingerprint.ts'

/** Where the beginnings of two texts go apart, once they are laid side by side. */
export type Partings = {
  /** Words in common, in their order. */
  readonly matched: number
  /** Those over the words of the shorter beginning, 0 to 1. */
  readonly share: number
  /** Places where a few words stand instead of a few others. */
  readonly substitutions: number
  /** Of those, places where one number stands instead of another, and names instead of names. */
  readonly numbersChanged: number
  readonly namesChanged: number
  /** Numbers and names that both have in the same place. */
  readonly numbersKept: number
  readonly namesKept: number
}

/** More words than this in a gap are another passage, not another wording. */
const gapWordsMax = 3

/** Lays the beginnings of two texts side by side by their longest common subsequence and looks at the gaps. */
export function partings(one: Fingerprint, other: Fingerprint): Partings {
  const pairs = commonSubsequence(one.head, other.head)
  const counts = { substitutions: 0, numbersChanged: 0, namesChanged: 0, numbersKept: 0, namesKept: 0 }
  let [a, b] = [-1, -1]
  for (const [left, right] of pairs) {
    const word = one.head[left] ?? 0
    if (a >= 0) countGap(counts, wordsIn(one, a + 1, left), wordsIn(other, b + 1, right))
    if (has(one.numbers, word)) counts.numbersKept += 1
    if (has(one.names, word)) counts.namesKept += 1
    ;[a, b] = [left, right]
  }
  const shorter = Math.min(one.head.length, other.head.length)
  return { matched: pairs.length, share: pairs.length / Math.max(1, shorter), ...counts }
}

type Gap = { readonly words: number; readonly numbers: number; readonly names: number }

function wordsIn({ head, numbers, names }: Fingerprint, from: number, to: number): Gap {
  const words = head.subarray(from, to)
  return {
    words: words.length,
    numbers: words.reduce((count, word) => count + Number(has(numbers, word)), 0),
    names: words.reduce((count, word) => count + Number(has(names, word)), 0),
  }
}

type Counts = { substitutions: number; numbersChanged: number; namesChanged: number }

function countGap(counts: Counts, one: Gap, other: Gap): void {
  const sizes = [one.words, other.words]
  if (Math.min(...sizes) === 0 || Math.max(...sizes) > gapWordsMax) return
  counts.substitutions += 1
  if (one.numbers > 0 && other.numbers > 0) counts.numbersChanged += 1
  else if (one.names > 0 && other.names > 0) counts.namesChanged += 1
}

/** Binary search: the sets are ascending, and a set object a word would cost more than all the rest. */
function has(values: Uint16Array, value: number): boolean {
  let low = 0
  let high = values.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = values[middle] ?? 0
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Source: D. S. Hirschberg, "Algorithms for the longest common subsequence problem", JACM 1977 (the basic table). */
function commonSubsequence(one: Uint16Array, other: Uint16Array): [number, number][] {
  const width = other.length + 1
  const lengths = new Uint8Array((one.length + 1) * width)
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const at = a * width + b
      lengths[at] =
        one[a] === other[b]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const at = a * width + b
    if (one[a] === other[b]) pairs.push([a++, b++])
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) a += 1
    else b += 1
  }
  return pairs
}
