import { expect, it } from 'vitest'

import { textDirection } from './text-direction.ts'

it('reads Arabic, Persian, Urdu, Kurdish and Hebrew from the right', () => {
  expect(
    ['ar', 'ar-EG', 'fa', 'ur', 'ckb', 'ps', 'he', 'AR_sa', 'az-Arab'].filter((lang) => textDirection(lang) !== 'rtl'),
  ).toEqual([])
})

it('reads everything else, and what is unknown, from the left', () => {
  expect(['en', 'tr', 'ru', 'zh-Hant', 'arn', ''].filter((lang) => textDirection(lang) !== 'ltr')).toEqual([])
  expect(textDirection(null)).toBe('ltr')
})
