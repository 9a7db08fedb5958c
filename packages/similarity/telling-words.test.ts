import { expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { lightBelow } from './telling-words.ts'

const counts = (text: string) => {
  const { head, numbers, names } = fingerprint(text)
  return { head: head.length, numbers: numbers.length, names: names.length }
}

it('reads a number as one, however it is written', () => {
  const forms = ['1200 tons', '1,200 tons', '١٢٠٠ tons', '١٬٢٠٠ tons', '۱۲۰۰ tons']
  expect(new Set(forms.map((text) => fingerprint(text).head.join())).size).toBe(1)
  expect(counts('2.5 tons')).toEqual({ head: 2, numbers: 1, names: 0 })
  expect(fingerprint('2.5').head).not.toEqual(fingerprint('25').head)
  // A date is no number of the first kind, and a score is two.
  expect(counts('21.10.2015').numbers).toBe(3)
  expect(counts('28-25').numbers).toBe(2)
})

it('knows numbers in words', () => {
  expect(fingerprint('three ships').numbers).toEqual(fingerprint('3 ships').numbers)
  expect(fingerprint('ثلاث سفن').numbers).toEqual(fingerprint('٣ سفن').numbers)
})

it('knows countries and their people, in Arabic without capitals too', () => {
  expect(fingerprint('the Egyptian press').names).toEqual(fingerprint('the press of Egypt').names)
  expect(fingerprint('الصحف التركية').names).toEqual(fingerprint('صحف تركيا').names)
  expect(fingerprint('الصحف التركية').names).not.toEqual(fingerprint('الصحف المصرية').names)
})

it('takes for a name what stands behind a kind of place or person', () => {
  expect(counts('في مدينة الزهراء').names).toBe(1)
  expect(counts('في مدينة من المدن').names).toBe(0)
})

it('tells an editor’s words from those of the event', () => {
  const light = (text: string) => [...fingerprint(text).head].map((word) => word < lightBelow)
  expect(light('The minister said that')).toEqual([true, false, true, true])
  expect(light('وقال الوزير إن')).toEqual([true, false, true])
})

it('knows large cities and given names, which Arabic does not tell by capitals', () => {
  expect(counts('زارت سميرة أمس بنغازي').names).toBe(2)
})

it.each([
  ['القاهرة - رويترز:', 'الرياض (واس) -'],
  ['CAIRO (Reuters) -', 'DUBAI, AFP —'],
  ['(AFP)', 'عمان / بترا /'],
])('leaves out datelines: %s, %s', (one, other) => {
  const report =
    'Winds of up to 90 kilometres an hour have torn roofs off houses in Larnholm, and the ferry is not sailing'
  expect(fingerprint(`${one} ${report}`).head).toEqual(fingerprint(report).head)
  expect(fingerprint(`${other} ${report}`).head).toEqual(fingerprint(report).head)
})

it('takes no other beginning for a dateline', () => {
  const report = 'Well-known for its 2-1 win over a club of the first rank, the team from Larnholm has lost its captain'
  expect(fingerprint(report).head.length).toBe(22)
})
