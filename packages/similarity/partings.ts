import { areExchanged, type Gap } from './are-exchanged.ts'
import type { Fingerprint } from './fingerprint.ts'
import { lightBelow } from './telling-words.ts'

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
  /** Of the substitutions those of as many words for as many, neither numbers nor names, and those that recur. */
  readonly slots: number
  readonly recurring: number
  /** Places where one says more than the other, or something else in other words. */
  readonly rewritings: number
  /** Two words stand in each other's place: who won and who lost. */
  readonly isExchanged: boolean
}

/** More words than this in a gap are another passage, not another wording. */
const gapWordsMax = 3
/** Beginnings with fewer words are compared from the first; longer ones may have a dateline before it. */
const briefHeadMax = 50

/** Lays the beginnings of two texts side by side by their longest common subsequence and looks at the gaps. */
export function partings(one: Fingerprint, other: Fingerprint): Partings {
  const pairs = commonSubsequence(one.head, other.head)
  const gaps = gapsBetween(pairs, one.head, other.head)
  const shorter = Math.min(one.head.length, other.head.length)
  const isFirstTold = shorter < briefHeadMax || gaps[0]?.oneAt !== 0 || gaps[0].otherAt !== 0
  return {
    matched: pairs.length,
    share: pairs.length / Math.max(1, shorter),
    numbersKept: keptOf(pairs, one.head, one.numbers),
    namesKept: keptOf(pairs, one.head, one.names),
    ...countGaps(isFirstTold ? gaps : gaps.slice(1), one, other),
    isExchanged: areExchanged(gaps),
  }
}

function gapsBetween(pairs: readonly [number, number][], one: Uint16Array, other: Uint16Array): Gap[] {
  const gaps: Gap[] = []
  let [a, b] = [0, 0]
  for (const [left, right] of [...pairs, [one.length, other.length] as const]) {
    if (left > a || right > b) {
      gaps.push({ one: one.subarray(a, left), oneAt: a, other: other.subarray(b, right), otherAt: b })
    }
    ;[a, b] = [left + 1, right + 1]
  }
  return gaps
}

function keptOf(pairs: readonly [number, number][], head: Uint16Array, values: Uint16Array): number {
  return pairs.reduce((count, [at]) => count + Number(has(values, head[at] ?? 0)), 0)
}

function countGaps(gaps: readonly Gap[], one: Fingerprint, other: Fingerprint) {
  const counts = { substitutions: 0, numbersChanged: 0, namesChanged: 0, slots: 0, recurring: 0, rewritings: 0 }
  const seen = new Set<string>()
  for (const gap of gaps) {
    const left = gap.one.filter(isTelling)
    const right = gap.other.filter(isTelling)
    const most = Math.max(left.length, right.length)
    if (most === 0) continue
    if (left.length === 0 || right.length === 0 || most > gapWordsMax) {
      counts.rewritings += 1
      continue
    }
    counts.substitutions += 1
    if (hasAny(one.numbers, left) && hasAny(other.numbers, right)) counts.numbersChanged += 1
    else if (hasAny(one.names, left) && hasAny(other.names, right)) counts.namesChanged += 1
    else if (left.length === right.length || hasAny(one.numbers, left) !== hasAny(other.numbers, right)) {
      counts.slots += 1
      const key = `${left.join('.')} ${right.join('.')}`
      if (seen.has(key)) counts.recurring += 1
      seen.add(key)
    } else counts.rewritings += 1
  }
  return counts
}

function isTelling(word: number): boolean {
  return word >= lightBelow
}

function hasAny(values: Uint16Array, words: Uint16Array): boolean {
  return words.some((word) => has(values, word))
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
