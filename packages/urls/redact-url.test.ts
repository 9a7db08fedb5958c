import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { redactUrl } from './redact-url.ts'

it('hides credentials and queries that hold a secret', () => {
  expect(redactUrl('https://user:pass@pub.test/feed?api_key=s3cret&a=1')).toBe('https://pub.test/feed?…')
  expect(redactUrl('user:pass@pub.test/feed?token=s3cret')).toBe('pub.test/feed?…')
})

it('keeps what is needed to find the page', () => {
  expect(redactUrl('https://pub.test/feed?page=2#x')).toBe('https://pub.test/feed?page=2')
})

it('never throws, and is short, on any string', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 1_000 }), (text) => {
      expect(redactUrl(text).length).toBeLessThanOrEqual(201)
    }),
  )
})
