import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { clockTime, offsetIn } from './clock-time.ts'

const minute = 60

it.each([
  ['14:05 uhr', 14 * 60 + 5],
  ['9:30 pm', 21 * 60 + 30],
  ['12:10 am', 10],
  ['9:30 مساء', 21 * 60 + 30],
  ['12h45', 12 * 60 + 45],
  ['kl. 14.05', 14 * 60 + 5],
  ['12時30分', 12 * 60 + 30],
  ['at 7 pm', 19 * 60],
])('reads %s', (text, minutes) => {
  expect(clockTime(text)?.seconds).toBe(minutes * minute)
})

it('reads the zone where one is named', () => {
  expect(clockTime('10:28 p.m. et')?.offsetMinutes).toBe(-300)
  expect(offsetIn('10:05 +0330')).toBe(210)
  expect(offsetIn('10:05:00z')).toBe(0)
  expect(offsetIn('10:05 بتوقيت غرينتش')).toBe(0)
  expect(offsetIn('10:05')).toBeNull()
})

it('refuses what is no time of day', () => {
  for (const text of ['25:10', '10:75', '3', 'noon', '']) expect(clockTime(text), text).toBeNull()
})

it('never throws, and stays within a day', () => {
  assert(
    property(string(), (text) => {
      expect(clockTime(`1${text}:30`)?.seconds ?? 0).toBeLessThan(90_100)
    }),
  )
})
