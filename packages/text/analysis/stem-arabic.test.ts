import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { rootOf } from './root-of.ts'
import { stemArabic } from './stem-arabic.ts'

const stemOf = (written: string): string =>
  analyse(written, 'ar')
    .map(({ stem }) => stem)
    .join(' ')

/** Pairs of forms of one word, as readers type the one and papers print the other. */
const samePairs = [
  ['مدرسه', 'المدرسة'],
  ['مدرسة', 'والمدرسة'],
  ['وزير', 'الوزير'],
  ['حكومة', 'للحكومة'],
  ['حكومة', 'بالحكومة'],
  ['الروسي', 'الروسى'],
  ['الروسية', 'روسي'],
  ['شركة', 'شركات'],
  ['مهندس', 'المهندسون'],
  ['مهندس', 'مهندسين'],
  ['لاعب', 'لاعبان'],
  ['كتاب', 'كتابها'],
  ['القاهرة', 'بالقاهرة'],
  ['أخبار', 'الأخبار'],
  ['إنتخابات', 'الانتخابات'],
  ['مُحَمَّد', 'محمد'],
  ['مدرســـة', 'مدرسة'],
  ['کوریا', 'كوريا'],
] as const

/** Words that have letters in common and nothing else. */
const otherPairs = [
  ['ماء', 'ما'],
  ['والد', 'ولد'],
  ['باب', 'اب'],
  ['البصرة', 'البصل'],
] as const

describe('Arabic stems', () => {
  it.each(samePairs)('«%s» and «%s» have one', (one, other) => expect(stemOf(one)).toBe(stemOf(other)))

  it.each(otherPairs)('«%s» and «%s» have not', (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)))

  it('leave two letters at least of any word that has them, and are never longer than it', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ا ب ت ج د ر س ع ف ق ك ل م ن ه و ي ء'.split(' ')),
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(letters, (word) => {
        const { length } = stemArabic(word)
        expect(length).toBeGreaterThanOrEqual(2)
        expect(length).toBeLessThanOrEqual(word.length)
      }),
    )
  })
})

describe('Arabic roots', () => {
  it.each([
    ['مدرسة', 'المدارس'],
    ['كتاب', 'الكتب'],
    ['مركز', 'مراكز'],
    ['بنك', 'البنوك'],
  ])('bring «%s» and its broken plural «%s» together', (one, many) => {
    expect(rootOf(stemOf(one))).toBe(rootOf(stemOf(many)))
  })

  it('are the stem where too few consonants would be left', () => expect(rootOf('نار')).toBe('نار'))
})
