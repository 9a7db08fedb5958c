import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'

/** So much of a line's end must be the end of the declared text. */
const endCharsMax = 80
const endCharsMin = 25
/** So many signs at the end of a text nearly always hold that many letters. */
const tailCharsMin = 150
/** What is declared ends the text only if this share of it comes before that end: some declare the first paragraph. */
const shareMin = 0.5

/**
 * The lines up to the one with which the text ends that the page declares in its JSON-LD; all of them if no line does.
 * Pages print appeals, other stories and notes on the author after the end. What is printed before it stays, for
 * declared texts lack headings, leads and drop capitals.
 */
export function untilDeclaredEnd(lines: Block[], declared: string | null): Block[] {
  const whole = endOf(declared ?? '')
  if (whole.length < endCharsMin) return lines
  const last = lines.findLastIndex(({ text }) => {
    const end = endOf(text)
    return end.length >= endCharsMin && whole.endsWith(end)
  })
  const kept = lines.slice(0, last + 1)
  return massOfAll(kept) >= shareMin * massOfAll(lines) ? kept : lines
}

/** The last letters of a text, normalised: from a blank on, since what stands behind one does not depend on what is before. */
export function endOf(text: string): string {
  const blank = text.length > tailCharsMin ? text.lastIndexOf(' ', text.length - tailCharsMin) : -1
  const end = blank === -1 ? '' : lettersOf(text.slice(blank))
  return (end.length >= endCharsMax ? end : lettersOf(text)).slice(-endCharsMax)
}

export function lettersOf(text: string): string {
  return normaliseText(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

function massOfAll(lines: Block[]): number {
  return lines.reduce((sum, line) => sum + line.mass, 0)
}
