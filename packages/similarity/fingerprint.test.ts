import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFingerprint, encodeFingerprint } from './encode-fingerprint.ts'
import { fingerprint, sketchMax } from './fingerprint.ts'
import { overlap } from './overlap.ts'

const words = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')

describe('a fingerprint', () => {
  it('is one for texts that differ in spelling, marks and white space', () => {
    const one = fingerprint('أعلنت هيئةُ المينـــاء أن ٣ سفن وصلت إلى الرصيف')
    expect(one).toEqual(fingerprint('اعلنت  هيئه الميناء ان 3 سفن\nوصلت الي الرصيف'))
    expect(one.contentHash).not.toBe(fingerprint('اعلنت هيئه الميناء ان 4 سفن وصلت الي الرصيف').contentHash)
  })

  it('tells numbers, and names by their capitals within a sentence', () => {
    const { numbers, names } = fingerprint('In 2024 the mayor Anna Berg paid 30 euros. The bridge by Erik Lund is new.')
    expect([numbers.length, names.length]).toEqual([2, 4])
  })

  it('stays small, whatever the text', () => {
    const long = fingerprint(words(30_000))
    expect([long.words, long.sketch.length, long.head.length]).toEqual([20_000, sketchMax, 200])
    expect(encodeFingerprint(long).length).toBeLessThan(1_200)
    expect(fingerprint('')).toMatchObject({ words: 0, shingles: 0 })
  })

  it('survives being written and read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const taken = fingerprint(text)
        expect(decodeFingerprint(encodeFingerprint(taken))).toEqual(taken)
      }),
    )
    expect(() => decodeFingerprint(new Uint8Array(5))).toThrow(RangeError)
  })
})

describe('the overlap', () => {
  it('is whole for one text and itself, nothing for two others, and the same both ways', () => {
    const [one, other] = [fingerprint(words(300)), fingerprint(words(300, 1_000))]
    expect(overlap(one, one)).toEqual({ resemblance: 1, containment: 1, score: 1 })
    expect(overlap(one, other).score).toBe(0)
    const half = fingerprint(words(300, 150))
    expect(overlap(one, half)).toEqual(overlap(half, one))
  })

  it('is exact for short texts and near the truth for long ones', () => {
    // 97 and 47 shingles, 47 in common.
    const short = overlap(fingerprint(words(100)), fingerprint(words(50)))
    expect(short.resemblance).toBeCloseTo(47 / 97)
    expect(short.containment).toBeCloseTo(1)
    const long = overlap(fingerprint(words(2_000)), fingerprint(words(2_000, 1_000)))
    expect(long.resemblance).toBeGreaterThan(0.2)
    expect(long.resemblance).toBeLessThan(0.47)
  })
})
