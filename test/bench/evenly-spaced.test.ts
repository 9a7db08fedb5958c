import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenlySpaced } from './evenly-spaced.ts'

describe('evenlySpaced', () => {
  it('takes the middle of every stretch', () => {
    expect(evenlySpaced([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([1, 4, 7])
  })

  it('takes everything when there is not more', () => {
    expect(evenlySpaced(['a', 'b'], 5)).toEqual(['a', 'b'])
  })

  it('takes exactly as many as asked, none twice, in order', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(100), (length, countMax) => {
        const taken = evenlySpaced([...Array(length).keys()], countMax)
        expect(taken).toHaveLength(Math.min(length, countMax))
        expect(taken).toEqual([...new Set(taken)].toSorted((a, b) => a - b))
      }),
    )
  })
})
