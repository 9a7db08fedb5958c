import type { HashedWords } from './hash-words.ts'

/** More words are no dateline, and a text of fewer words than these has none. */
const datelineWordsMax = 6
const textWordsMin = 18

/** A dash or a stroke that stands free, or a bracket closed before a colon. */
const separator = /\s[-–—/]|[-–—/]\s|\)\s*:/
const sentenceEnd = /[.!?؟\n]/

/**
 * How many words a text begins with that tell where and from whom it comes, not what: «القاهرة - رويترز:», "CAIRO (Reuters)
 * -", "(AFP)". Every outlet puts its own there.
 */
export function datelineWords(text: string, { starts, ends, count }: HashedWords): number {
  if (count < textWordsMin) return 0
  let words = 0
  for (let word = 1; word <= datelineWordsMax; word += 1) {
    const between = text.slice(ends[word - 1], starts[word])
    const isInBrackets = word < datelineWordsMax / 2 && text.trimStart().startsWith('(') && between.includes(')')
    if (separator.test(between) || isInBrackets || (words > 0 && between.includes(':'))) words = word
    if (sentenceEnd.test(between)) break
  }
  return words
}
