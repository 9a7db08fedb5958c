import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, median, percentile } from './statistics.ts'

const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 })

describe('statistics', () => {
  it('give 0 of nothing', () => {
    expect([mean([]), median([]), percentile([], 0.95)]).toEqual([0, 0, 0])
  })

  it('take the middle of an odd number and the mean of the two middles of an even one', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 7])).toBe(6)
  })

  it('take the nearest rank for a percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(hundred, 0.95)).toBe(95)
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile(hundred, 1)).toBe(100)
    expect(percentile([3, 4], 0)).toBe(3)
  })

  it('stay between the least and the greatest value', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        for (const value of [mean(list), median(list), percentile(list, share)]) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...list) - 1e-6)
          expect(value).toBeLessThanOrEqual(Math.max(...list) + 1e-6)
        }
      }),
    )
  })
})
