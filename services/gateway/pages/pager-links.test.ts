import { PermanentError } from '@rafid/errors'
import { expect, it } from 'vitest'
import { pagerLinks } from './pager-links.ts'

const queryOf = (link: string | null): Record<string, string> =>
  Object.fromEntries(new URL(link ?? '', 'http://localhost').searchParams)

it('lead back through every part that led here', () => {
  const visited: Record<string, string>[] = [{ lang: 'ar' }]
  for (const next of ['c1', 'c2', 'c3']) visited.push(queryOf(pagerLinks('/', visited.at(-1) ?? {}, next).older))
  expect(visited.at(-1)).toEqual({ lang: 'ar', cursor: 'c3', trail: 'c1.c2' })
  for (let at = visited.length - 1; at > 0; at -= 1) {
    expect(queryOf(pagerLinks('/', visited[at] ?? {}, null).newer)).toEqual(visited[at - 1])
  }
})

it('end at both ends of a list', () => {
  expect(pagerLinks('/', {}, null)).toEqual({ newer: null, older: null })
})

it('keep the trail short and drop the language of the interface', () => {
  let query: Record<string, string> = { ui: 'en' }
  for (let step = 0; step < 50; step += 1) query = queryOf(pagerLinks('/', query, `c${step}`).older)
  expect(query['trail']?.split('.')).toHaveLength(20)
  expect(query['ui']).toBeUndefined()
})

it('refuse a trail that is none', () => {
  expect(() => pagerLinks('/', { cursor: 'a', trail: '"><script>' }, null)).toThrow(PermanentError)
})

it('remember fewer steps where cursors are long, and lead to the beginning where there is room for none', () => {
  const walk = (cursor: string): Record<string, string> => {
    let query: Record<string, string> = {}
    for (let step = 0; step < 5; step += 1) query = queryOf(pagerLinks('/', query, `${step}${cursor}`).older)
    return query
  }
  const long = walk('x'.repeat(900))
  expect(long['trail']?.split('.').map((step) => step[0])).toEqual(['2', '3'])
  const longest = walk('x'.repeat(5_000))
  expect(longest['trail']).toBeUndefined()
  expect(pagerLinks('/', longest, null).newer).toBe('/')
})
