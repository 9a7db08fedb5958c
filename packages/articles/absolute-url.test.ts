import { expect, it } from 'vitest'

import { absoluteUrl, baseOf, linkUrl, sameHost } from './absolute-url.ts'

const page = 'https://news.example/a/1'

it('resolves addresses of http and https, and nothing else', () => {
  expect(absoluteUrl('/b?c=1', page)).toBe('https://news.example/b?c=1')
  expect(absoluteUrl('//cdn.example/x.jpg', page)).toBe('https://cdn.example/x.jpg')
  for (const bad of [
    'javascript:alert(1)',
    'jav\tascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '',
    'http://u:p@x.example/',
  ]) {
    expect(absoluteUrl(bad, page)).toBeNull()
  }
  expect(linkUrl('mailto:desk@news.example', page)).toBe('mailto:desk@news.example')
  expect(absoluteUrl('/b', 'not an address')).toBeNull()
})

it('follows a declared base only on the same host', () => {
  expect(baseOf(page, '/sub/')).toBe('https://news.example/sub/')
  expect(baseOf(page, 'https://evil.example/')).toBe(page)
  expect(baseOf(page, 'javascript:alert(1)')).toBe(page)
})

it('takes www and m for the same host', () => {
  expect(sameHost('https://www.news.example/', 'http://m.news.example/x')).toBe(true)
  expect(sameHost('https://news.example/', 'https://example/')).toBe(false)
})
