import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { mainScript } from './script.ts'

/** What Unicode's patterns find, one script after the other. */
function oracle(text: string): { script: string; letters: number } | null {
  const lengthOf = (pattern: RegExp) => text.length - text.replace(pattern, '').length
  const patterns = [
    ['latin', /\p{Script=Latin}+/gu],
    ['arabic', /\p{Script=Arabic}+/gu],
    ['cyrillic', /\p{Script=Cyrillic}+/gu],
    ['thai', /\p{Script=Thai}+/gu],
  ] as const
  let unknown = lengthOf(/\p{L}+/gu)
  let main: { script: string; letters: number } | null = null
  for (const [script, pattern] of patterns) {
    if (unknown === 0) break
    const letters = lengthOf(pattern)
    unknown -= letters
    if (letters > (main?.letters ?? 0)) main = { script, letters }
  }
  return main
}

it('counts the letters of each script as the patterns of Unicode do', () => {
  const piece = oneof(
    constantFrom(
      'a',
      'é',
      'ﬁ',
      'ب',
      '\u064b',
      '١',
      '،',
      'ж',
      'ก',
      '่',
      ' ',
      '1',
      '\ud83d',
      '\u{1f600}',
      '\u{10ec2}',
      '\u{1df00}',
    ),
    string({ unit: 'binary-ascii', maxLength: 2 }),
  )
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      expect(mainScript(pieces.join(''))).toEqual(oracle(pieces.join('')))
    }),
    { numRuns: 500 },
  )
})
