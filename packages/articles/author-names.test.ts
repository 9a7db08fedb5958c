import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { authorNames, nameQuality } from './author-names.ts'

describe('names without what stands around them', () => {
  it.each([
    ['By Anna Berg', 'Anna Berg'],
    ['ByAnna Berg', 'Anna Berg'],
    ['Written by: Anna Berg', 'Anna Berg'],
    ['Text: Von Anna Berg', 'Anna Berg'],
    ['Anna Berg says:', 'Anna Berg'],
    ['Anna Berg - Jan 9, 2017 at 10:05AM', 'Anna Berg'],
    ['Anna Berg, Senior Analyst', 'Anna Berg'],
    ['بقلم: منى حداد', 'منى حداد'],
    ['كتبت منى حداد', 'منى حداد'],
    ['Jos&eacute; Ruiz', 'José Ruiz'],
    ['Dieter Vogel', 'Dieter Vogel'],
    ['  Anna   Berg | ', 'Anna Berg'],
  ])('%s', (raw, name) => {
    expect(authorNames([raw])).toEqual([name])
  })
})

it('drops forms, logins of machines and addresses', () => {
  expect(
    authorNames([
      'Name (erforderlich)',
      'admin',
      'https://a.example/u/1',
      '12',
      'Please enter your name here',
      'No Author',
    ]),
  ).toEqual([])
})

it('keeps each name once, in its fullest form', () => {
  expect(authorNames(['Anna Berg', 'anna berg', 'Anna', 'Sami Khoury'])).toEqual(['Anna Berg', 'Sami Khoury'])
})

it('tells full names from single words and logins', () => {
  expect(
    ['Anna Berg', 'Ludwig van Dijk', 'سامي الخطيب', 'Anna', 'a.berg', 'anna berg writes'].map(nameQuality),
  ).toEqual([2, 2, 2, 1, 0, 0])
})

it('never throws, and gives short names only', () => {
  assert(
    property(array(string({ unit: 'binary' })), (values) => {
      for (const name of authorNames(values)) expect(name.length).toBeLessThanOrEqual(100)
    }),
  )
})
