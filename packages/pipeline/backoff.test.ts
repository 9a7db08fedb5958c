import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

it('doubles its ceiling with each attempt up to the cap, with full jitter below it', () => {
  const limits = { baseMs: 1_000, capMs: 5_000 }
  expect([1, 2, 3, 4, 9].map((attempt) => backoffMs(attempt, 1, limits))).toEqual([1_000, 2_000, 4_000, 5_000, 5_000])
  expect(backoffMs(3, 0, limits)).toBe(1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      expect(backoffMs(attempt, random, limits)).toBeLessThanOrEqual(limits.capMs)
    }),
  )
})
