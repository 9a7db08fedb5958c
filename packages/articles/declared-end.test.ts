import { array, assert, constantFrom, oneof, option, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { outlineOf, type Block } from './blocks.ts'
import { endOf, lettersOf, untilDeclaredEnd } from './declared-end.ts'
import { parseHtml } from '@rafid/html'

const texts = [
  'The lighthouse keeper of forty years will hand over the lamp to a machine on Sunday evening.',
  'He says that the machine never sleeps, never sings, and cannot make coffee for a lost fisherman.',
  'A small museum in the tower will keep his chair, his books, and the first lamp, which burned oil.',
]
const appeal = 'If you would like to read more of these stories, please consider a gift to our newsroom.'

function linesOf(paragraphs: string[]): Block[] {
  const root = parseHtml(paragraphs.map((text) => `<p>${text}</p>`).join(''))
  return outlineOf(root).blocks
}

function kept(paragraphs: string[], declared: string | null): string[] {
  return untilDeclaredEnd(linesOf(paragraphs), declared).map((line) => line.text)
}

describe('the end of a text that a page declares', () => {
  it('ends the lines, however the two are punctuated', () => {
    const declared = texts.join(' ').replaceAll(',', ' –').toUpperCase().replaceAll('.', '…')
    expect(kept([...texts, appeal], declared)).toEqual(texts)
  })

  it('leaves what is printed before it: leads and headings are seldom declared', () => {
    expect(kept([...texts, appeal], texts.slice(1).join('\n'))).toEqual(texts)
  })

  it('is not believed where most of the text would come after it', () => {
    const all = [...texts, appeal]
    expect(kept(all, texts[0] ?? '')).toEqual(all)
  })

  it('changes nothing where nothing is declared, or something else', () => {
    const all = [...texts, appeal]
    for (const declared of [
      null,
      '',
      'Short.',
      'Another text of some length, about the price of fish in the harbour.',
    ]) {
      expect(kept(all, declared)).toEqual(all)
    }
  })
})

it('keeps a beginning of the lines, whatever is declared', () => {
  assert(
    property(array(constantFrom(...texts, appeal)), option(string()), (paragraphs, declared) => {
      const lines = linesOf(paragraphs)
      const some = untilDeclaredEnd(lines, declared ?? null)
      expect(some).toEqual(lines.slice(0, some.length))
    }),
  )
})

it('reads of a long text only the end, which is that of all its letters', () => {
  const piece = oneof(
    constantFrom(
      'Read ',
      'ΟΔΟΣ ',
      '’ ',
      ' \u0301',
      'é',
      'اقرأ ',
      'مُحَمَّد',
      '文',
      '½ ',
      ' ﷺ ',
      '\u00a0',
      '—'.repeat(40),
      ' ',
    ),
    string({ unit: 'binary', maxLength: 3 }),
  )
  assert(
    property(array(piece, { minLength: 60, maxLength: 200 }), (pieces) => {
      const text = pieces.join('')
      expect(endOf(text)).toBe(lettersOf(text).slice(-80))
    }),
    { numRuns: 300 },
  )
})
