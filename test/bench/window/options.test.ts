import { expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

it('measures all there is unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ sizes: [10_000, 50_000, 200_000], template: 50_000, kills: 20, cost: true })
  expect(readOptions(['--sizes', '5', '--no-workers'])).toMatchObject({ sizes: [5], workers: false })
})

it.each([['--sizes', 'many'], ['--kills', '-1'], ['--no-cost', '--no-workers'], ['--else']])(
  'refuses %s %s',
  (...args) => {
    expect(() => readOptions(args.filter((arg) => arg !== undefined))).toThrow(UsageError)
  },
)
