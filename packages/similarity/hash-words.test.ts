import { tokenise } from '@rafid/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fnv1a } from './hash.ts'
import { hashWords } from './hash-words.ts'

const quick = (text: string) => {
  const { count, hashes, starts, ends, isNumber } = hashWords(text, 1_000)
  return Array.from({ length: count }, (_, at) => [hashes[at], starts[at], ends[at], isNumber[at]])
}
const slow = (text: string) =>
  tokenise(text).map(({ term, start, end }) => [fnv1a(term), start, end, Number(/^[0-9]/.test(term))])

it.each([
  'أعلنت هيئةُ المينـــاء اليوم أنّ ٣ سفن (وليس 4) وصلت إلى «الرصيف الشرقي»، ثم غادرت.',
  'Le maire a dit : « l’école rouvrira à 8 h 30 », selon l’AFP. STRASSE Straße naïve œuvre',
  'می‌خواهم کتاب‌ها را بخوانم و ۱۲ دقیقه بمانم',
  'Ёлка и йод: 2,5 млн рублей; a_b _c d_ __ 1st x².',
  '東京で雨が降った。news from 北京 today',
  'e\u0301te\u0301 and ﷺ and ﬁn, \u200bzero\u200bwidth, soft\u00adhyphen',
  `${'x'.repeat(70)} end`,
  '',
])('reads %j as the tokeniser does', (text) => {
  expect(quick(text)).toEqual(slow(text))
})

it('reads any text as the tokeniser does', () => {
  const letters = fc.constantFrom(...Array.from('aZéß٣3اأىَـ،. _-\u200c\u00ad\n«йЁ漢'))
  const text = fc.oneof(
    fc.array(letters).map((list) => list.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (given) => {
      expect(quick(given)).toEqual(slow(given))
    }),
    { numRuns: 500 },
  )
})

it('stops at its limit', () => {
  expect(hashWords('one two three', 2).count).toBe(2)
  expect(hashWords('東京 北京 上海', 1).count).toBe(1)
})
