import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeSettings } from './describe-settings.ts'

const described = (env: Record<string, string>) => new Map(describeSettings(env).map((one) => [one.env, one]))

it('says of every setting what it is and where that is from', () => {
  const all = described({ RAFID_PORT: '4000', RAFID_PREFIX: '' })
  expect(all.get('RAFID_PORT')).toMatchObject({ value: '4000', default: '3700', from: 'environment' })
  expect(all.get('RAFID_PREFIX')).toMatchObject({ value: 'rafid', default: 'rafid', from: 'default' })
  expect(all.get('RAFID_KEEP_DAYS')).toMatchObject({ value: null, default: null, from: 'default' })
})

it('hides secrets', () => {
  const token = 'a-secret-of-thirty-characters-'
  const env = {
    RAFID_TOKEN: token,
    REDIS_URL: 'redis://quay:hush@word@redis.example:6379/2',
    RAFID_SEARCH_URL: 'https://quay:hush@search.example:9200',
    RAFID_HTTP_PROXY: 'http://quay:hush@proxy.example:8080',
  }
  const text = JSON.stringify(describeSettings(env))
  for (const secret of [token, 'quay', 'hush', 'word@redis']) expect(text).not.toContain(secret)
  expect(described(env).get('REDIS_URL')?.value).toBe('redis://…@redis.example:6379/2')
})

it('knows the defaults that the README tells', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const told = new Map(
    [...readme.matchAll(/^\| `(RAFID_\w+|OTEL_\w+|REDIS_URL)` \| `([^`]+)` \|/gm)].map((row) => [row[1], row[2]]),
  )
  const known = describeSettings({}).filter((one) => one.default !== null)
  expect(known.length).toBeGreaterThan(10)
  expect(known.filter((one) => told.get(one.env) !== one.default)).toEqual([])
})
