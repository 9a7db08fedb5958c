import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { firstWordIn, firstWordOfAny } from './first-word.ts'

it.each([
  ['Read also: the harbour', 'read'],
  ['» TAGS', 'tags'],
  ["Don't miss", "don't"],
  ['اقرأ أيضا', 'اقرا'],
  ['caf\u00e9 noir', 'cafe'],
  ['…', null],
])('%j begins with %j', (line, word) => {
  expect(firstWordIn(line)).toBe(word)
})

it('is the word that the patterns of Unicode find, whatever the line', () => {
  const piece = oneof(
    constantFrom(
      'Read',
      'also',
      "'",
      '’',
      ' ',
      '»',
      '-',
      '\u00ad',
      '\u0301',
      'é',
      'قرأ',
      '文',
      '7',
      '_',
      ':',
      '\u{1f600}',
      '\u{10400}',
    ),
    string({ unit: 'binary', maxLength: 3 }),
  )
  assert(
    property(array(piece, { maxLength: 40 }), (pieces) => {
      const line = pieces.join('')
      expect(firstWordIn(line)).toBe(firstWordOfAny(line.slice(0, 80)))
    }),
    { numRuns: 1000 },
  )
})
