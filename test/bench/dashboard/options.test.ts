import { expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

it('opens twenty tabs unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ tabs: 20, rounds: 6, waiting: [10, 100_000] })
  expect(readOptions(['--tabs', '3', '--waiting', '5'])).toMatchObject({ tabs: 3, waiting: [5] })
})

it.each([['--tabs=many'], ['--waiting=1,x'], ['--else']])('refuses %s', (arg) => {
  expect(() => readOptions([arg])).toThrow(UsageError)
})
