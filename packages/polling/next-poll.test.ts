import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextPoll } from './next-poll.ts'

const limits = { minMs: 300_000, maxMs: 21_600_000, random: 0 }
const after = { intervalMs: 600_000, errorsInARow: 0, askedMs: null }

it('looks sooner after new entries and later after none', () => {
  expect(nextPoll({ ...after, result: 'new-entries' }, limits).intervalMs).toBe(300_000)
  expect(nextPoll({ ...after, result: 'nothing-new' }, limits).intervalMs).toBe(900_000)
})

it('backs off from a failing feed but never gives it up', () => {
  const waits = [1, 2, 3, 50].map(
    (errorsInARow) => nextPoll({ ...after, result: 'failed', errorsInARow }, limits).waitMs,
  )
  expect(waits).toEqual([600_000, 1_200_000, 2_400_000, 86_400_000])
})

it('waits as long as the publisher asks, up to a day', () => {
  expect(nextPoll({ ...after, result: 'new-entries', askedMs: 3_600_000 }, limits).waitMs).toBe(3_600_000)
  expect(nextPoll({ ...after, result: 'new-entries', askedMs: 9e12 }, limits).waitMs).toBe(86_400_000)
})

it('never leaves its limits while a feed works', () => {
  const result = fc.constantFrom('new-entries' as const, 'nothing-new' as const)
  fc.assert(
    fc.property(
      result,
      fc.option(fc.integer({ min: 0, max: 1e10 })),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (r, i, random) => {
        const { intervalMs, waitMs } = nextPoll({ ...after, result: r, intervalMs: i }, { ...limits, random })
        expect(intervalMs).toBeGreaterThanOrEqual(limits.minMs)
        expect(intervalMs).toBeLessThanOrEqual(limits.maxMs)
        expect(waitMs).toBeLessThanOrEqual(limits.maxMs * 1.1)
      },
    ),
  )
})
