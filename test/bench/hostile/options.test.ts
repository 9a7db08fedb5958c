import { expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readHostileOptions } from './options.ts'

it('takes all pages when nothing is said', () => {
  expect(readHostileOptions([])).toEqual({ only: '', json: false })
})

it('takes the pages that are asked for', () => {
  expect(readHostileOptions(['--only', 'JSON-LD', '--json'])).toEqual({ only: 'JSON-LD', json: true })
})

it.each([['--only'], ['--limit', '3'], ['page.html']])('refuses %s', (...args) => {
  expect(() => readHostileOptions(args)).toThrow(UsageError)
})
