import { expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

it('reads what is asked for, and has a default for the rest', () => {
  expect(readOptions(['--pages', '20', '--fail', '0.5'])).toEqual({
    replay: null,
    pages: 20,
    copies: 4,
    fail: 0.5,
    kills: 8,
    rounds: 2,
    json: false,
  })
})

it.each([[['--fail', '2']], [['--fail', 'much']], [['--pages', '0']], [['--kills', '1.5']], [['--what']]])(
  'refuses %j',
  (args) => {
    expect(() => readOptions(args)).toThrow(UsageError)
  },
)
