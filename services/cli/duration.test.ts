import { expect, it } from 'vitest'
import { durationInWords, parseDuration } from './duration.ts'

it('reads and says lengths of time', () => {
  expect(['90s', '15m', '6h', '1d'].map(parseDuration)).toEqual([90_000, 900_000, 21_600_000, 86_400_000])
  expect([0, 900_000, 5_400_000, 93_600_000, 3_661_000].map(durationInWords)).toEqual([
    '0s',
    '15m',
    '1h 30m',
    '1d 2h',
    '1h 1m',
  ])
})

it.each(['', '15', '1s', '31d', '-5m', '1.5h', 'auto'])('does not read %s', (text) => {
  expect(() => parseDuration(text)).toThrow('is no interval')
})
