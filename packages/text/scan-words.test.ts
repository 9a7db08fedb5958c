import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scanWords } from './scan-words.ts'

const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3005\\u30fc'
/** The same as one pattern. */
const pattern = new RegExp(
  `[${unspaced}][${unspaced}\\p{M}\\u200b-\\u200d]*|(?:(?![${unspaced}])[\\p{L}\\p{N}])(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_\\u200c-\\u200f\\u00ad\\u2060])*`,
  'gu',
)

it('finds the runs that a pattern finds, in any text', () => {
  const signs = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'б',
        '中',
        'ก',
        '\u0e4a',
        '\u0301',
        '\u200c',
        '\u200b',
        '_',
        'ー',
        '9',
        ' ',
        '.',
        '\u{20000}',
      ),
    }),
  )
  fc.assert(
    fc.property(signs, (text) => {
      const found: string[] = []
      scanWords(text, (start, end) => found.push(text.slice(start, end)))
      expect(found).toEqual(text.match(pattern) ?? [])
    }),
    { numRuns: 500 },
  )
})
