import { ConfigError } from '@rafid/errors'
import { expect, it } from 'vitest'
import { loadSettings } from './load-settings.ts'
import { settings } from './settings.ts'

const problemsOf = (run: () => unknown): readonly string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

it('gives every setting a default that works on loopback', () => {
  const all = loadSettings(Object.keys(settings) as (keyof typeof settings)[], {})
  expect(all.redisUrl).toBe('redis://127.0.0.1:6379')
  expect(all.host).toBe('127.0.0.1')
  expect(all.prefix).toBe('{rafid}')
  expect(all.allow).toEqual([])
})

it('reads pairs of host and port', () => {
  expect(loadSettings(['allow'], { RAFID_HTTP_ALLOW: 'rsshub:1200, 127.0.0.1:80' }).allow).toEqual([
    { host: 'rsshub', port: 1200 },
    { host: '127.0.0.1', port: 80 },
  ])
})

it('lists every problem at once', () => {
  const problems = problemsOf(() =>
    loadSettings(['port', 'concurrency'], { RAFID_PORT: 'abc', RAFID_CONCURRENCY: '-1' }),
  )
  expect(problems).toHaveLength(2)
  expect(problems[0]).toContain('RAFID_PORT="abc"')
})

it('takes an unknown variable for a typing error and names the nearest', () => {
  expect(problemsOf(() => loadSettings(['port'], { RAFID_PROT: '1' }))).toEqual([
    'RAFID_PROT is not a setting of Rafid. Did you mean RAFID_PORT?',
  ])
})

it('treats an empty value as unset', () => {
  expect(loadSettings(['port'], { RAFID_PORT: '' }).port).toBe(3700)
})

it('never repeats a secret that is wrong', () => {
  const env = { RAFID_TOKEN: 'too-short', RAFID_SEARCH_URL: 'ftp://quay:password@search.example' }
  const problems = problemsOf(() => loadSettings(['token', 'searchUrl'], env)).join(' ')
  expect(problems).toContain('must have 24 characters or more')
  for (const secret of ['too-short', 'password']) expect(problems).not.toContain(secret)
})
