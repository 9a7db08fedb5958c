import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordMemory } from './word-memory.ts'

it('keeps what is asked for, and never more than two generations', () => {
  let made = 0
  const memory = new WordMemory(3, (written) => ({ written, number: (made += 1) }))
  const get = (lang: string, word: string): number => memory.get(lang, word, 0, word.length).number
  const kept = get('ar', 'kept')
  for (let number = 0; number < 100; number += 1) {
    get(number % 2 === 0 ? 'ar' : 'en', `word ${number}`)
    expect(get('ar', 'kept')).toBe(kept)
    expect(memory.size).toBeLessThanOrEqual(6)
  }
  expect(made).toBe(101)
  get('ar', 'word 0')
  get('en', 'kept')
  expect(made).toBe(103)
})

it('finds a word wherever it stands, and never another one', () => {
  const memory = new WordMemory(200, (written, lang) => ({ written, of: `${lang}:${written}` }))
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ب', 'ت', '\ud800', '😀'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.string(), word, fc.string(), fc.constantFrom('ar', 'en', ''), (before, own, after, lang) => {
      const text = before + own + after
      expect(memory.get(lang, text, before.length, before.length + own.length).of).toBe(`${lang}:${own}`)
    }),
    { numRuns: 3000 },
  )
})
