import fc from 'fast-check'
import { expect, it } from 'vitest'
import { interfaceLanguage } from './interface-language.ts'

const choose = (asked?: string, remembered?: string, acceptLanguage?: string) =>
  interfaceLanguage({ asked, remembered, acceptLanguage })

it('is what was asked for, before what was remembered, before what the browser prefers', () => {
  expect(choose('en', 'ar', 'ar')).toBe('en')
  expect(choose(undefined, 'en', 'ar')).toBe('en')
  expect(choose(undefined, undefined, 'en-GB,en;q=0.9')).toBe('en')
})

it('is Arabic when nobody says anything we speak', () => {
  expect(choose()).toBe('ar')
  expect(choose('fr', 'de', 'fr;q=1, de')).toBe('ar')
})

it('weighs the wishes of the browser', () => {
  expect(choose(undefined, undefined, 'fr, en;q=0.3, ar-EG;q=0.8')).toBe('ar')
  expect(choose(undefined, undefined, 'ar;q=0, en;q=0.1')).toBe('en')
})

it('takes any header', () => {
  fc.assert(fc.property(fc.string(), (header) => ['ar', 'en'].includes(choose(undefined, undefined, header))))
})
