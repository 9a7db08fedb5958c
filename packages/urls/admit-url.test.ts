import { CodedError } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { admitUrl } from './admit-url.ts'
import { hostKey } from './host-key.ts'

function codeFor(input: string): string {
  try {
    admitUrl(input)
    return 'admitted'
  } catch (error) {
    return error instanceof CodedError ? error.code : 'bug'
  }
}

describe('admitUrl', () => {
  it.each([
    'file:///etc/passwd',
    'FILE:/etc/passwd',
    'source:file:///etc/passwd',
    'javascript:alert(1)',
    ' \tjavas\ncript:alert(1)',
    'data:text/xml,<rss/>',
    'ftp://pub.test/',
    'gopher://pub.test:6379/_PING',
    'dict://pub.test/',
    'ws://pub.test/',
    'unix:/run/x.sock',
    'blob:http://pub.test/1',
  ])('refuses the scheme of %j', (input) => {
    expect(codeFor(input)).toBe('url.scheme')
  })

  it.each([
    '',
    '   ',
    'http://exa mple/',
    'http://',
    '//pub.test/',
    '/feed.xml',
    'pub.test',
    `http://pub.test/${'a'.repeat(64 << 10)}`,
  ])('calls %j no URL', (input) => {
    expect(codeFor(input)).toBe('url.invalid')
  })

  it.each([
    'http://a..b/',
    'http://-/',
    `http://${'a'.repeat(300)}.test/`,
    `http://${'abcdefgh.'.repeat(40)}test/`,
    'http://.test/',
    "http://a'b.test/",
  ])('calls the host of %j nonsense', (input) => {
    expect(codeFor(input)).toBe('url.host')
  })

  it.each(['http://user:pass@pub.test/feed', 'http://pub.test@127.0.0.1/', 'http://pub.test%2f@127.0.0.1/'])(
    'refuses the credentials of %j and does not repeat them',
    (input) => {
      expect(codeFor(input)).toBe('url.credentials')
      expect(() => admitUrl(input)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('@') }))
    },
  )

  it('refuses two thousand parameters', () => {
    expect(codeFor(`http://pub.test/?${'a&'.repeat(2_000)}`)).toBe('url.invalid')
  })

  it.each([
    ['http:/\\evil.test', 'evil.test'],
    ['http:///x', 'x'],
    ['http://%31%32%37.0.0.1/', '127.0.0.1'],
    ['http://①②⑦.⓪.⓪.①/', '127.0.0.1'],
    ['http://127.0.0.1#@pub.test/', '127.0.0.1'],
    ['http://مثال.إختبار/', 'xn--mgbh0fb.xn--kgbechtv'],
  ])('reads the host of %j as it would be dialled', (input, hostname) => {
    expect(admitUrl(input).hostname).toBe(hostname)
  })

  it('never throws anything but a coded error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `http://${s}`),
        ),
        (input) => {
          expect(codeFor(input)).not.toBe('bug')
        },
      ),
    )
  })
})

describe('hostKey', () => {
  it('writes the default port out', () => {
    expect(hostKey(new URL('https://Example.test./a'))).toBe('example.test:443')
    expect(hostKey(new URL('http://example.test:8080/'))).toBe('example.test:8080')
  })
})
