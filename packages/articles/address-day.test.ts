import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { addressDay } from './address-day.ts'

it.each([
  ['https://a.example/2023/09/17/bees', '2023-09-17'],
  ['https://a.example/news/2023-9-7-bees.html', '2023-09-07'],
  ['https://a.example/20230917-bees', '2023-09-17'],
  ['https://a.example/2023/0917/c1.html', '2023-09-17'],
  ['https://a.example/2023/09/bees', undefined],
  ['https://a.example/20231399', undefined],
  ['https://2023-09-17.example/bees?d=2022/01/01', undefined],
  ['https://a.example/id/120230917', undefined],
])('%s', (url, day) => {
  expect(addressDay(url)?.day).toBe(day)
})

it('never throws on any address', () => {
  assert(
    property(string(), (text) => {
      expect(addressDay(`https://a.example/20${text}`)?.day ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
  )
})
