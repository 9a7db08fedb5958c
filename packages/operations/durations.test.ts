import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketOf, combine, countDuration, quantileMs } from './durations.ts'

const durations = fc.array(fc.double({ min: 0, max: 100_000_000, noNaN: true }), { minLength: 1, maxLength: 200 })

const counted = (all: readonly number[]): number[] => {
  const counts: number[] = []
  for (const ms of all) countDuration(counts, ms)
  return counts
}

it('tells a quantile within a quarter, whatever the durations', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
      const exact = all.toSorted((a, b) => a - b)[Math.ceil(share * all.length - 1e-9) - 1] ?? 0
      const told = quantileMs(counted(all), share) ?? 0
      if (exact <= 1) expect(told).toBe(1)
      else expect(told / Math.min(exact, 1.5 ** 44.5)).toSatisfy((ratio: number) => ratio > 0.8 && ratio < 1.25)
    }),
  )
})

it('gives back what was counted in between', () => {
  fc.assert(
    fc.property(durations, durations, (before, between) => {
      const whole = counted([...before, ...between])
      const rest = combine(whole, counted(before), -1)
      expect(combine(rest, counted(between), -1).every((count) => count === 0)).toBe(true)
      expect(combine(counted(before), rest, 1)).toEqual(whole)
    }),
  )
})

it('has a bucket for any number', () => {
  for (const ms of [Number.NaN, -1, 0, Infinity, Number.MAX_VALUE]) expect(bucketOf(ms)).toSatisfy(Number.isInteger)
  expect(quantileMs([], 0.5)).toBeNull()
})
