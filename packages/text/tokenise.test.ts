import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { normaliseText } from './normalise-text.ts'
import { tokenise, words } from './tokenise.ts'

it('gives offsets into the original, with its vowel signs and tatweel', () => {
  const text = '«عـــاجل»: وقّعتِ القاهِرة'
  expect(tokenise(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
    ['عاجل', 'عـــاجل'],
    ['وقعت', 'وقّعتِ'],
    ['القاهره', 'القاهِرة'],
  ])
})

it('keeps a Persian word with its zero-width joiner as one', () => {
  expect(words('می\u200cخواهم بروم')).toEqual(['ميخواهم', 'بروم'])
})

it('splits Chinese, Japanese and Thai into words', () => {
  expect(words('北京大学').length).toBeGreaterThan(1)
  expect(words('東京に行きました').length).toBeGreaterThan(2)
  expect(words('ประเทศไทยมีอากาศร้อน').length).toBeGreaterThan(2)
  expect(words('iPhone発売')).toContain('iphone')
})

it('gives a ligature of several words as several words of one place', () => {
  const tokens = tokenise('محمد ﷺ')
  expect(tokens.map((token) => token.term)).toEqual(['محمد', 'صلي', 'الله', 'عليه', 'وسلم'])
  expect(new Set(tokens.slice(1).map((token) => `${token.start}-${token.end}`))).toEqual(new Set(['5-6']))
})

it('separates elided articles and hyphenated words', () => {
  expect(words("l'État-major")).toEqual(['l', 'etat', 'major'])
})

it('finds words in normalised form, in order, inside the text, whatever the text', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      let last = 0
      for (const { term, start, end } of tokenise(text)) {
        expect(term).toBe(normaliseText(term))
        expect(term).not.toMatch(/\s/)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
    }),
    { numRuns: 1000 },
  )
})

it('cuts a word of a hundred thousand letters', () => {
  expect(tokenise('a'.repeat(100_000))).toEqual([{ term: 'a'.repeat(64), start: 0, end: 100_000 }])
})

it('finds the same words in a plain text with one pattern as with its offsets', () => {
  assert(
    property(string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
      expect(words(text)).toEqual(tokenise(text).map(({ term }) => term))
    }),
  )
})
