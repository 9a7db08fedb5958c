import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordMemory } from './word-memory.ts'

const at = (word: string) => ({ text: word, start: 0, end: word.length })

it('keeps what is asked for, and never more than two generations', () => {
  const memory = new WordMemory<number>(3)
  let made = 0
  const get = (lang: string, word: string): number => memory.get(lang, at(word), () => (made += 1))
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
  const memory = new WordMemory<string>(200)
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ب', 'ت', '\ud800', '😀'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.string(), word, fc.string(), fc.constantFrom('ar', 'en', ''), (before, own, after, lang) => {
      const place = { text: before + own + after, start: before.length, end: before.length + own.length }
      expect(memory.get(lang, place, (made) => `${lang}:${made}`)).toBe(`${lang}:${own}`)
    }),
    { numRuns: 3000 },
  )
})
