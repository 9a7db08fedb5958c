import { describe, expect, it } from 'vitest'
import type { Quality } from './quality.ts'
import { attackSummary, attackTable, failureOf, qualityTable, speedTable } from './tables.ts'

const group = (n: number, passed: number) => ({ n, passed, percent: (100 * passed) / n })
const cost = { bytes: 2_000_000, cpuMs: 12.4, peakMb: 90, outcome: '1 entries', isTyped: true }

describe('the tables', () => {
  it('put the readers side by side, group by group', () => {
    const table = qualityTable(
      new Map<string, Quality>([
        [
          'rafid',
          { groups: { all: group(4, 4), 'suite:sea': group(2, 1) }, exceptions: 0, unsafe: 0, sanitizeCases: 1 },
        ],
        ['other', { groups: { all: group(4, 1) }, exceptions: 3, unsafe: 1, sanitizeCases: 1 }],
      ]),
    )
    expect(table.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
      '% of cases rafid other',
      'all (4) 100.0 25.0',
      'third-party (0) – –',
      'generated (0) – –',
      'suite:sea (2) 50.0 –',
      'threw on 0 3',
      'unsafe HTML in 0 1',
    ])
  })

  it('tell the fastest first', () => {
    expect(
      speedTable(
        new Map([
          ['rafid', 20],
          ['other', 40],
        ]),
        'rafid',
      ).split('\n')[1],
    ).toMatch(/^other +40\.0 +2\.00$/)
  })

  it('say why a hostile feed was lost', () => {
    expect(failureOf({ name: 'a', cost })).toBeNull()
    expect(failureOf({ name: 'a', cost: { ...cost, cpuMs: 2_000 } })).toBe('slow')
    expect(failureOf({ name: 'a', cost: { ...cost, peakMb: 301 } })).toBe('large')
    expect(failureOf({ name: 'a', cost: { ...cost, isTyped: false, outcome: 'TypeError' } })).toBe('TypeError')
    const results = [
      { name: 'a', cost },
      { name: 'b', cost: 'the process ended: 134' },
    ]
    expect(attackTable('rafid', results)).toContain('the process ended: 134')
    expect(attackSummary(new Map([['rafid', results]])).split('\n')[1]).toMatch(/^rafid +2 +1 +12 +90$/)
  })
})
