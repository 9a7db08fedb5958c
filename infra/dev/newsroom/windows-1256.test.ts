import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWindows1256 } from './windows-1256.ts'

const decoder = new TextDecoder('windows-1256')

describe('encodeWindows1256', () => {
  it('gives back Arabic text with hamzas, tatweel and vowel signs', () => {
    const text = 'أُعلِنَ «الميـناء» – ورؤيةٌ لآفاقٍ، في المئة؟'
    expect(encodeWindows1256(text).length).toBe(text.length)
    expect(decoder.decode(encodeWindows1256(text))).toBe(text)
  })

  it('writes what the code page lacks as a character reference', () => {
    expect(encodeWindows1256('٣ 🙂').toString('latin1')).toBe('&#1635; &#128578;')
  })

  it('never throws on any text and stays readable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const decoded = decoder
          .decode(encodeWindows1256(text))
          .replaceAll(/&#(\d+);/g, (_, value: string) => String.fromCodePoint(Number(value)))
        fc.pre(!/&#\d+;/.test(text))
        expect(decoded).toBe(text.toWellFormed())
      }),
    )
  })
})
