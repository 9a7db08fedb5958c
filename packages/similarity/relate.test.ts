import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bands, relate, resemblance, sketch } from './index.ts'

const report = `أعلنت هيئة الميناء اليوم أن ثلاث سفن محملة بالقمح وصلت إلى الرصيف الشرقي بعد انتظار دام أسبوعين بسبب الأمواج
العالية، وأن التفريغ سيبدأ مساء الغد تحت إشراف فرق الفحص، فيما ينتظر التجار وصول شحنة رابعة قبل نهاية الشهر الجاري.`
const other = `فاز فريق الجبل على ضيفه بهدفين مقابل هدف في مباراة شهدت تأخر انطلاقها نصف ساعة بسبب عطل في الإنارة، وسجل
القائد هدف الفوز في الدقيقة الأخيرة وسط فرحة الجمهور الذي ملأ المدرجات منذ الظهيرة رغم حرارة الطقس.`

const candidate = (articleId: string, text: string) => ({ articleId, rootId: articleId, ...sketch(text) })

it('takes another spelling of one text for the same text', () => {
  expect(sketch('أعلنت هيئةُ المينـــاء').contentHash).toBe(sketch('اعلنت  هيئه الميناء').contentHash)
})

it('finds a lightly edited copy and names the root of its cluster', () => {
  const copy = report.replace('اليوم', 'أمس')
  const found = relate(sketch(copy), [
    candidate('a-other', other),
    { ...candidate('a-copy', report), rootId: 'a-root' },
  ])
  expect(found?.duplicateOf).toBe('a-root')
  expect(found?.resemblance).toBeGreaterThan(0.6)
  expect(bands(sketch(copy).signature).some((key) => bands(sketch(report).signature).includes(key))).toBe(true)
})

it('takes a text about something else for an original', () => {
  expect(relate(sketch(other), [candidate('a', report)])).toBeNull()
})

it('does not judge short texts by their shingles', () => {
  expect(relate(sketch('درجات الحرارة اليوم في المدن'), [candidate('a', 'درجات الحرارة اليوم في القرى')])).toBeNull()
})

it('is symmetric, and 1 for a text and itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (one, two) => {
      const [a, b] = [sketch(one), sketch(two)]
      expect(resemblance(a.signature, b.signature)).toBe(resemblance(b.signature, a.signature))
      if (a.signature.length > 0) expect(resemblance(a.signature, a.signature)).toBe(1)
    }),
  )
})
