import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsOf } from './formats.ts'

const ar = formatsOf('ar')
const en = formatsOf('en')
const now = new Date('2026-03-10T12:00:00Z')
const before = (ms: number): Date => new Date(now.getTime() - ms)

describe('times', () => {
  it('are told from now, in the largest unit', () => {
    expect(en.relative(before(2 * 3_600_000 + 50_000), now)).toBe('2 hours ago')
    expect(ar.relative(before(2 * 3_600_000), now)).toBe('قبل ساعتين')
    expect(en.relative(before(-90_000), now)).toBe('in 1 minute')
  })

  it('are dates from a week on, with Latin digits', () => {
    expect(en.relative(before(30 * 86_400_000), now)).toBe('8 February 2026')
    expect(ar.relative(before(30 * 86_400_000), now)).toMatch(/^8 فبراير 2026$/)
  })

  it('say their zone when they are exact', () => {
    expect(en.exact(now)).toMatch(/10 March 2026.*12:00 UTC$/)
  })

  it('of any distance have words', () => {
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), (instant) => !/[٠-٩]/.test(ar.relative(instant, now))))
  })
})

it('lengths of time are in words', () => {
  expect(en.duration(0)).toBe('0 seconds')
  expect(en.duration(61_000)).toBe('1 minute')
  expect(ar.duration(3_000)).toContain('3')
})

it('languages have names, and what is no language keeps its own', () => {
  expect(ar.languageName('en')).toBe('الإنجليزية')
  expect(en.languageName('zz')).toBe('zz')
  fc.assert(fc.property(fc.string(), (tag) => typeof en.languageName(tag) === 'string'))
})
