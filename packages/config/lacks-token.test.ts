import { expect, it } from 'vitest'
import { lacksToken } from './lacks-token.ts'

it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('lets %s go without a token', (host) => {
  expect(lacksToken({ host })).toBe(false)
})

it.each(['0.0.0.0', '::', '192.168.1.2', 'news.example', '127.0.0.1.evil.example', '127.evil.example'])(
  'wants one for %s',
  (host) => {
    expect(lacksToken({ host })).toBe(true)
    expect(lacksToken({ host, token: 'a-secret-of-thirty-characters-' })).toBe(false)
  },
)
