import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'

/** So much of a line's end must be the end of the declared text. */
const endCharsMax = 80
const endCharsMin = 25
/** What is declared ends the text only if this share of it comes before that end: some declare the first paragraph. */
const shareMin = 0.5

/**
 * The lines up to the one with which the text ends that the page declares in its JSON-LD; all of them if no line does.
 * Pages print appeals, other stories and notes on the author after the end. What is printed before it stays, for
 * declared texts lack headings, leads and drop capitals.
 */
export function untilDeclaredEnd(lines: Block[], declared: string | null): Block[] {
  const whole = lettersOf(declared ?? '')
  if (whole.length < endCharsMin) return lines
  const last = lines.findLastIndex(({ text }) => {
    const end = lettersOf(text).slice(-endCharsMax)
    return end.length >= endCharsMin && whole.endsWith(end)
  })
  const kept = lines.slice(0, last + 1)
  return massOfAll(kept) >= shareMin * massOfAll(lines) ? kept : lines
}

function lettersOf(text: string): string {
  return normaliseText(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

function massOfAll(lines: Block[]): number {
  return lines.reduce((sum, line) => sum + line.mass, 0)
}
