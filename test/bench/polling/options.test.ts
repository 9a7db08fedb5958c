import { expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readPollingOptions } from './options.ts'

it('reads lists of numbers, and has defaults', () => {
  expect(readPollingOptions([])).toMatchObject({
    feeds: [2000, 20_000, 200_000],
    due: [0, 1, 10, 100],
    days: 30,
    seed: 1,
    only: null,
    json: false,
  })
  expect(readPollingOptions(['--feeds', '5', '--due', '0,2', '--only', 'scale', '--json'])).toMatchObject({
    feeds: [5],
    due: [0, 2],
    only: 'scale',
    json: true,
  })
})

it.each([
  ['--feeds', '0'],
  ['--feeds', 'many'],
  ['--due', '1,'],
  ['--only', 'all'],
  ['--days', '1.5'],
  ['--speed', '1'],
])('refuses %s %s', (...args) => {
  expect(() => readPollingOptions(args)).toThrow(UsageError)
})
