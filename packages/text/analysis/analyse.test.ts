import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'

const stems = (text: string, lang: string | null): string[] => analyse(text, lang).map(({ stem }) => stem)
const exact = (text: string, lang: string | null): string[] => analyse(text, lang).map((term) => term.exact)

/** Each line: language, two forms of one word. */
const pairs = [
  ['en', 'harbours', 'harbour'],
  ['en', 'Elections', 'election'],
  ['fr', 'l’élection', 'élections'],
  ['de', 'Häuser', 'Haus'],
  ['es', 'elecciones', 'elección'],
  ['ru', 'странами', 'страны'],
  ['el', 'κυβέρνησης', 'ΚΥΒΕΡΝΗΣΗ'],
  ['tr', 'IŞIKLAR', 'ışık'],
  ['tr', 'İstanbul’da', 'istanbul'],
  ['hi', 'लड़कियों', 'लड़की'],
  ['fa', 'کتاب‌ها', 'كتاب'],
  ['fa', 'کتاب‌های', 'کتاب'],
  ['ro', 'alegerile', 'alegeri'],
  ['bg', 'вестници', 'вестникът'],
  ['bg', 'градовете', 'градове'],
] as const

describe('analysis', () => {
  it.each(pairs)('finds forms of one word in %s: %s, %s', (lang, one, other) => {
    expect(stems(one, lang)).toContain(stems(other, lang)[0])
  })

  it('gives the exact form beside the stem, and the place in the original text', () => {
    expect(analyse('قالت مُحَمَّدٌ', 'ar')).toMatchObject([
      { stem: 'قالت', exact: 'قالت', start: 0, end: 4 },
      { stem: 'محمد', exact: 'محمد', start: 5, end: 14 },
    ])
    expect(exact('Elections', 'en')).toEqual(['elections'])
  })

  it('keeps the tones of Vietnamese in the exact form, and finds without them', () => {
    expect(analyse('Đường phố', 'vi')).toMatchObject([
      { stem: 'duong', exact: 'đường' },
      { stem: 'pho', exact: 'phố' },
    ])
    expect(stems('duong pho', 'vi')).toEqual(['duong', 'pho'])
  })

  it('does not take the Turkish ı for an i before stemming, and lets readers type either', () => {
    expect(stems('ISPARTA', 'tr')).toEqual(stems('ısparta', 'tr'))
    expect(exact('IŞIK', 'tr')).toEqual(['isik'])
  })

  it('has pairs of signs for Chinese and Japanese, the same wherever they stand', () => {
    expect(exact('北京大学', 'zh')).toEqual(['北京', '京大', '大学'])
    expect(exact('在北京', 'zh')).toContain('北京')
    expect(exact('中', 'zh')).toEqual(['中'])
    expect(exact('東京 2024', 'ja')).toEqual(['東京', '2024'])
  })

  it('splits Thai by its dictionary', () => expect(exact('ข่าววันนี้', 'th').length).toBeGreaterThan(1))

  it('goes by the script of each word where nobody knows the language', () => {
    expect(stems('المدرسة', null)).toEqual(stems('المدرسة', 'ar'))
    expect(stems('κυβέρνησης', null)).toEqual(stems('κυβέρνησης', 'el'))
    expect(stems('elections', null)).toEqual(['elections'])
    expect(stems('المدرسة', 'xx')).toEqual(['المدرسه'])
  })

  it('reads digits of all kinds as one', () => expect(exact('٢٠٢٤ ۲۰۲۴ 2024', 'ar')).toEqual(['2024', '2024', '2024']))

  it('gives the same twice, within the text, in any language', () => {
    const lang = fc.constantFrom('ar', 'fa', 'ur', 'tr', 'zh', 'en', 'el', 'hi', 'vi', 'th', 'xx', null)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), lang, (text, of) => {
        const terms = analyse(text, of)
        expect(analyse(text, of)).toEqual(terms)
        for (const { stem, exact: form, start, end } of terms) {
          expect(stem).not.toBe('')
          expect(form).not.toBe('')
          expect(start >= 0 && start < end && end <= text.length).toBe(true)
        }
      }),
    )
  })
})
