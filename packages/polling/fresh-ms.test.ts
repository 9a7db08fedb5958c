import { expect, it } from 'vitest'
import { freshMs } from './fresh-ms.ts'

const now = new Date('2026-03-04T12:00:00Z')
const of = (cacheControl: string | null, expires: string | null = null) => freshMs({ cacheControl, expires }, now)

it('reads the time an answer stays fresh', () => {
  expect(of('public, max-age=600')).toBe(600_000)
  expect(of('Max-Age="60"')).toBe(60_000)
  expect(of(null, 'Wed, 04 Mar 2026 12:30:00 GMT')).toBe(1_800_000)
})

it('takes max-age before Expires, and an answer that must not be kept for stale', () => {
  expect(of('max-age=60', 'Wed, 04 Mar 2026 12:30:00 GMT')).toBe(60_000)
  expect(of('no-cache', 'Wed, 04 Mar 2026 12:30:00 GMT')).toBe(0)
  expect(of('private, no-store, max-age=600')).toBe(0)
  expect(of(null, '0')).toBe(0)
  expect(of(null, '-1')).toBe(0)
  expect(of(null, 'Wed, 04 Mar 2026 11:00:00 GMT')).toBe(0)
})

it('does not guess', () => {
  for (const header of [null, '', 's-maxage=600', 'max-age=soon']) expect(of(header)).toBeNull()
})
