import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherLayouts } from './keyboard-layout.ts'

describe('a text typed on the wrong keyboard layout', () => {
  it.each([
    ['hguvhr', 'العراق'],
    ['hglvth', 'المرفا'],
    ['hgHgfhk', 'الألبان'],
    ['lwv', 'مصر'],
    ['gfkhk', 'لبنان'],
    ['bjthr', 'لاتفاق'],
    ['اثممخ', 'hello'],
    ['ىثصس', 'news'],
    ['ntrcn', 'текст'],
    ['туцы', 'news'],
  ])('%s may mean %s', (typed, meant) => expect(otherLayouts(typed)).toContain(meant))

  it('has two readings where one key gives two letters', () => {
    expect(otherLayouts('فشلامث')).toEqual(['table', 'taghle'])
    expect(otherLayouts('مهلاف')).toEqual(['libt', 'light'])
  })

  it('leaves digits and blanks where they are', () => {
    expect(otherLayouts('lwv 2026')).toContain('مصر 2026')
  })

  it('has no reading when it mixes scripts or has letters of no key', () => {
    for (const text of ['مصر news', 'مصر مصرٱ', 'čeština', '東京', '2026', '', 'x'.repeat(300)])
      expect(otherLayouts(text)).toEqual([])
  })

  it('comes back from the other layout, but for letters with keys of their own', () => {
    const lower = fc.string({
      unit: fc.constantFrom(...'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ')),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(lower, (text) => {
        for (const other of otherLayouts(text)) {
          const back = otherLayouts(other)
          expect(back.some((one) => one.replaceAll('gh', 'b') === text.replaceAll('gh', 'b'))).toBe(true)
        }
      }),
    )
  })

  it('is never an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(otherLayouts(text))))
  })
})
