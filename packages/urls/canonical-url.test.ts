import { CodedError } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalUrl } from './canonical-url.ts'

describe('canonicalUrl', () => {
  it.each([
    'http://example.test/news/1',
    'https://www.example.test/news/1',
    'https://EXAMPLE.test:443/news/1/',
    'https://example.test./news//1#comments',
    'https://example.test/news/1?utm_source=x&UTM_Medium=y&fbclid=z',
    'https://example.test/news/1?ref=rss&amp=1',
    'https://example.test/%6Eews/./1?',
    'https://www.google.com/amp/s/www.example.test/news/1',
    'https://example-test.cdn.ampproject.org/c/s/example.test/news/1?usqp=mq331AQ',
  ])('gives %s the identity of the article', (url) => {
    expect(canonicalUrl(url)).toBe('https://example.test/news/1')
  })

  it.each([
    ['another path case', 'https://example.test/News/1'],
    ['another sub-domain', 'https://m.example.test/news/1'],
    ['another port', 'https://example.test:8443/news/1'],
    ['a parameter that selects', 'https://example.test/news/1?id=7'],
    ['a ref that may select', 'https://example.test/news/1?ref=7'],
    ['a path that ends in amp', 'https://example.test/news/1/amp'],
    ['a hash-bang route', 'https://example.test/news/1#!/2'],
  ])('keeps %s apart', (_name, url) => {
    expect(canonicalUrl(url)).not.toBe('https://example.test/news/1')
  })

  it('keeps the order and the spelling of parameters', () => {
    expect(canonicalUrl('http://example.test/?b=2&utm_id=1&a=%d8%a8&&c=a+b')).toBe(
      'https://example.test/?b=2&a=%D8%A8&c=a+b',
    )
  })

  it('spells an Arabic path one way', () => {
    expect(canonicalUrl('http://example.test/أخبار/%d8%b9')).toBe(
      canonicalUrl('https://example.test/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/ع'),
    )
  })

  it('keeps the scheme where the port is its own', () => {
    expect(canonicalUrl('http://example.test:8080/a/')).toBe('http://example.test:8080/a')
  })

  it('leaves an embedded URL and broken escapes alone', () => {
    expect(canonicalUrl('https://example.test/web/http://other.test//a/%zz%41')).toBe(
      'https://example.test/web/http://other.test/a/%zz%41',
    )
  })

  it('keeps www where nothing but a top-level domain would be left', () => {
    expect(canonicalUrl('https://www.test/')).toBe('https://www.test/')
  })

  it('is idempotent', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'A', '/', '.', '%', '4', '1', '&', '=', '?', '#', '!', ':', 'ع', '\\', ' '),
      maxLength: 30,
    })
    const url = fc.tuple(
      fc.constantFrom('http://www.', 'https://', 'http://www.www.', 'https://www.google.com/amp/s/'),
      fc.domain(),
      part,
    )
    fc.assert(
      fc.property(
        fc.oneof(
          url.map(([scheme, host, rest]) => `${scheme}${host}/${rest}`),
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
        ),
        (input) => {
          const once = canonicalOrCode(input)
          expect(canonicalOrCode(once)).toBe(once.startsWith('url.') ? 'url.invalid' : once)
        },
      ),
      { numRuns: 500 },
    )
  })
})

function canonicalOrCode(url: string): string {
  try {
    return canonicalUrl(url)
  } catch (error) {
    if (error instanceof CodedError) return error.code
    throw error
  }
}
