import { expect, it } from 'vitest'
import { failureOf, hostileTable } from './hostile-table.ts'

const cost = { chars: 1_000, textChars: 10, cpuMs: 5, memoryMb: 2, error: null }

it.each([
  ['nothing', cost, null],
  ['what was thrown', { ...cost, error: 'RangeError: deep' }, 'RangeError: deep'],
  ['much time', { ...cost, cpuMs: 2_001 }, 'slow'],
  ['much memory', { ...cost, memoryMb: 301 }, 'large'],
  ['the end of the process', 'the process ended: SIGABRT', 'the process ended: SIGABRT'],
])('holds %s against a page', (_name, of, failure) => {
  expect(failureOf({ name: 'page', cost: of })).toBe(failure)
})

it('shows the worst page last', () => {
  const lines = hostileTable([
    { name: 'gone', cost: 'not done' },
    { name: 'large', cost: { ...cost, memoryMb: 400 } },
    { name: 'small', cost },
  ]).split('\n')
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['page', 'chars', 'text', 'CPU ms', 'MB'],
    ['small', '1000', '10', '5', '2'],
    ['large', '1000', '10', '5', '400', 'large'],
    ['gone', '–', '–', '–', '–', 'not done'],
  ])
})
