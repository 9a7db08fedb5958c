import { expect, it } from 'vitest'
import { userAgentOf } from './user-agent.ts'

it('names an address where publishers find who we are', () => {
  expect(userAgentOf({ publicUrl: 'https://أخبار.example/' })).toBe('Rafid/0.1 (+https://xn--igbicxr.example/)')
  expect(userAgentOf({})).toBe('Rafid/0.1 (news aggregator)')
})

it('is what the operator chose', () => {
  expect(userAgentOf({ userAgent: 'Own/1', publicUrl: 'https://news.example' })).toBe('Own/1')
})
