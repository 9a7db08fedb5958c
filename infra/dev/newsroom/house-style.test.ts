import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { houseStyle, type NumberStyle } from './house-style.ts'

describe('houseStyle', () => {
  it('writes Arabic-Indic digits with their own separators', () => {
    expect(houseStyle('بلغ 1,250,000 طن بنسبة 96.8 في المئة', 'arabic-indic')).toBe(
      'بلغ ١٬٢٥٠٬٠٠٠ طن بنسبة ٩٦٫٨ في المئة',
    )
  })

  it('drops the separators of thousands but no other comma', () => {
    expect(houseStyle('1,250 tonnes in 2,3 or 4,5000 bags, 6', 'ungrouped')).toBe(
      '1250 tonnes in 2,3 or 4,5000 bags, 6',
    )
  })

  it('changes nothing where a publisher has no style of its own', () => {
    expect(houseStyle('1,250 and 8 percent', 'plain')).toBe('1,250 and 8 percent')
  })

  it('is idempotent and never throws on any text', () => {
    const styles = fc.constantFrom<NumberStyle>('plain', 'arabic-indic', 'ungrouped', 'per-cent')
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d,. percent]*$/))
    fc.assert(
      fc.property(texts, styles, (text, style) => {
        const once = houseStyle(text, style)
        expect(houseStyle(once, style)).toBe(once)
      }),
    )
  })
})
