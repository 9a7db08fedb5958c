import { expect, it } from 'vitest'
import { withoutTracking } from './without-tracking.ts'

it('drops what only tells who followed a link, and nothing else', () => {
  expect(withoutTracking('https://www.news.example/a/?id=7&utm_source=rss&fbclid=x#part')).toBe(
    'https://www.news.example/a/?id=7#part',
  )
  expect(withoutTracking('http://news.example/a?utm_medium=feed')).toBe('http://news.example/a')
  expect(withoutTracking('https://news.example/a?b=%D8%A7&&c')).toBe('https://news.example/a?b=%D8%A7&&c')
})
