import { assert, constantFrom, integer, property } from 'fast-check'
import { expect, it } from 'vitest'

import { calendarOfYear, gregorianOf, otherMonthNamed } from './other-calendars.ts'

function dayOf(calendar: 'hijri' | 'persian', year: number, month: number, day: number) {
  return gregorianOf(calendar, { year, month, day })?.toISOString().slice(0, 10)
}

it('reckons Hijri days as Saudi Arabia does', () => {
  expect(dayOf('hijri', 1445, 3, 2)).toBe('2023-09-17')
  expect(dayOf('hijri', 1447, 9, 1)).toBe('2026-02-18')
  expect(dayOf('hijri', 1446, 12, 30)).toBeUndefined()
})

it('reckons Persian days, leap years included', () => {
  expect(dayOf('persian', 1402, 6, 26)).toBe('2023-09-17')
  expect(dayOf('persian', 1405, 1, 1)).toBe('2026-03-21')
  expect(dayOf('persian', 1403, 12, 30)).toBe('2025-03-20')
  expect(dayOf('persian', 1402, 12, 30)).toBeUndefined()
})

it('knows the months in the spellings of newspapers', () => {
  expect(otherMonthNamed('ربيع الثاني')).toEqual({ calendar: 'hijri', month: 4 })
  expect(otherMonthNamed('جمادى الأولى')).toEqual({ calendar: 'hijri', month: 5 })
  expect(otherMonthNamed('رَمَضان')).toEqual({ calendar: 'hijri', month: 9 })
  expect(otherMonthNamed('شهریور')).toEqual({ calendar: 'persian', month: 6 })
  expect(otherMonthNamed('يناير')).toBeNull()
})

it('tells the calendar by the year', () => {
  expect([1402, 1446, 2023, 1066].map(calendarOfYear)).toEqual(['persian', 'hijri', null, null])
})

it('gives days one after the other, and never throws', () => {
  const numbers = integer({ min: -5, max: 40 })
  assert(
    property(
      constantFrom('hijri', 'persian'),
      integer({ min: 1300, max: 1600 }),
      numbers,
      numbers,
      (calendar, year, month, day) => {
        const one = gregorianOf(calendar, { year, month, day })
        const next = gregorianOf(calendar, { year, month, day: day + 1 })
        const apart = one === null || next === null ? 86_400_000 : next.getTime() - one.getTime()
        expect(apart).toBe(86_400_000)
      },
    ),
  )
})
