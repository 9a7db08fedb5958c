import { describe, expect, it } from 'vitest'
import { wordKey } from './word-key.ts'

const key = (word: string) => wordKey(word, 0, word.length)

describe('the key of a word', () => {
  it.each([
    ['particles and the article', ['وزير', 'الوزير', 'والوزير', 'للوزير', 'بالوزير', 'وزيرا']],
    ['a country and its people', ['مصر', 'مصري', 'المصرية', 'والمصريين', 'مصريون']],
    ['spelling', ['قرية', 'قريه', 'القَرية', 'القريـــة']],
    ['English endings', ['raise', 'raised', 'raises', 'raising', 'Raised']],
  ])('is one for %s', (_name, forms) => {
    expect(new Set(forms.map(key)).size).toBe(1)
  })

  it.each([
    ['مصر', 'قطر'],
    ['بنك', 'نك'],
    ['ماء', 'ما'],
    ['red', 'read'],
    ['gas', 'ga'],
  ])('is another for %s and %s', (one, other) => {
    expect(key(one)).not.toBe(key(other))
  })

  it('is not known where a letter needs its neighbours', () => {
    expect(key('東京')).toBeNull()
    expect(key('x'.repeat(200))).not.toBeNull()
  })
})
