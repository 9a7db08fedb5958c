import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { stemBulgarian } from './stem-bulgarian.ts'

it.each([
  ['градове', 'град'],
  ['вестници', 'вестник'],
  ['подлози', 'подлог'],
  ['матроси', 'матрох'],
  ['учители', 'учитял'],
  ['училища', 'учил'],
  ['министърът', 'министр'],
  ['таблети', 'таблят'],
  ['предназначен', 'предназначн'],
  ['она', 'она'],
])('stems %s as %s', (word, stem) => {
  expect(stemBulgarian(word)).toBe(stem)
})

it('never fails, and makes no word longer', () => {
  const letters = string({ unit: 'binary', maxLength: 12 })
  assert(
    property(letters, (word) => {
      expect(stemBulgarian(word).length).toBeLessThanOrEqual(word.length)
    }),
  )
})

it('lets the words be analysed on which the stemmer of the package threw', () => {
  for (const word of ['таблети', 'предназначено', 'допълнителен', 'фийчъри', 'празници', 'спечели']) {
    expect(analyse(word, 'bg')).toHaveLength(1)
  }
})
