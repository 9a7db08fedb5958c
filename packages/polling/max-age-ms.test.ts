import { expect, it } from 'vitest'
import { maxAgeMs } from './max-age-ms.ts'

it('reads the time a response stays fresh', () => {
  expect(maxAgeMs('public, max-age=600')).toBe(600_000)
  expect(maxAgeMs('Max-Age="60"')).toBe(60_000)
})

it('does not guess', () => {
  for (const header of [null, '', 'no-cache', 's-maxage=600', 'max-age=soon']) expect(maxAgeMs(header)).toBeNull()
})
