import { Deferred } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { HttpResponse } from './http-response.ts'
import { codeFrom } from './loopback.ts'
import { parseRetryAfter } from './retry-after.ts'
import { usable } from './usable.ts'

const now = new Date('2025-03-01T10:00:00Z')

function response(status: number, retryAfter: string | null = null, body = 'x'): HttpResponse {
  const none = {
    contentType: null,
    etag: null,
    lastModified: null,
    cacheControl: null,
    expires: null,
    link: null,
    redirects: [],
  }
  return {
    ...none,
    url: 'https://pub.test/',
    status,
    body: Buffer.from(body),
    retryAfterMs: parseRetryAfter(retryAfter, now),
  }
}

const verdict = (given: HttpResponse) => codeFrom(Promise.resolve(given).then(usable))

describe('usable', () => {
  it.each([200, 203, 304])('passes %i', async (status) => {
    expect(await verdict(response(status))).toBe('fulfilled')
  })

  it.each([300, 400, 401, 403, 404, 410, 418, 451])('gives up on %i', async (status) => {
    expect(await verdict(response(status))).toBe('PermanentError http.status')
  })

  it.each([408, 425, 500, 502, 503, 504, 599])('tries %i again', async (status) => {
    expect(await verdict(response(status))).toBe('TransientError http.status')
  })

  it.each([204, 205, 206])('finds nothing in %i', async (status) => {
    expect(await verdict(response(status))).toBe('PermanentError content.empty')
  })

  it('finds nothing in an empty body', async () => {
    expect(await verdict(response(200, null, ''))).toBe('PermanentError content.empty')
  })

  it.each([
    [429, null, 60_000],
    [429, '5', 5_000],
    [429, '0', 1_000],
    [429, '-1', 60_000],
    [429, '1e99', 60_000],
    [429, '999999999999999', 86_400_000],
    [429, 'Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
    [429, 'Sat, 01 Mar 2025 10:00:30 GMT', 30_000],
    [429, 'Sat, 01 Mar 2020 10:00:30 GMT', 1_000],
    [429, 'soon', 60_000],
    [503, '120', 120_000],
  ])('waits after %i with Retry-After %j for %i ms', (status, retryAfter, delayMs) => {
    const given = response(status, retryAfter)
    expect(() => usable(given)).toThrow(Deferred)
    expect(() => usable(given)).toThrow(expect.objectContaining({ code: 'http.throttled', delayMs }))
  })
})

describe('parseRetryAfter', () => {
  it('stays between nothing and a day on any header', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const delayMs = parseRetryAfter(value, now) ?? 0
        expect(delayMs >= 0 && delayMs <= 86_400_000).toBe(true)
      }),
    )
  })
})
