import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SavedSearches, SearchMatches } from '@rafid/catalog'
import { original, sampleArticle, sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { openWriter } from '@rafid/search'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { runNode } from '../support/run-node.ts'

let redis: Redis
let prefix: string
let dir: string
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  prefix = `t${randomUUID().slice(0, 8)}`
  dir = await mkdtemp(join(tmpdir(), 'rafid-cli-'))
})
afterEach(async () => {
  redis.disconnect()
  await rm(dir, { recursive: true })
})

async function rafid(...args: string[]): Promise<{ code: number | null; text: string }> {
  const env = { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix, RAFID_DATA_DIR: dir }
  const run = runNode('services/cli/main.ts', args, env)
  const code = await run.exited
  return { code, text: run.lines.join('\n') }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 240_000

it('saves a search, shows what answered it, and removes it', { timeout }, async () => {
  const home = { redis, prefix: `{${prefix}}` }
  const added = await rafid('searches', 'add', 'مرفأ | ميناء', '--name', 'الموانئ')
  const [search] = await new SavedSearches(home).list()
  expect(added).toEqual({ code: 0, text: `${search?.id} saved: مرفأ | ميناء` })
  const id = search?.id ?? ''
  const about = { articleId: 'a1', title: 'A berth', url: 'https://publisher.example/1', source: 'Quay Gazette' }
  await new SearchMatches(home).record({ ...about, lang: 'en', publishedAt: null }, [id])
  expect((await rafid('searches', 'list')).text).toContain('الموانئ')
  expect((await rafid('searches', 'matches', id)).text).toContain('A berth')
  expect(await rafid('searches', 'remove', id)).toEqual({ code: 0, text: '1 of 1 searches removed' })
  expect((await rafid('searches', 'matches', id)).code).toBe(1)
  expect(await rafid('searches', 'add', '؟')).toMatchObject({
    code: 1,
    text: expect.stringContaining('nothing in this query'),
  })
})

it('searches with the operators of the search box, and says what it did not understand', { timeout }, async () => {
  const writer = openWriter(join(dir, 'index.db'))
  await writer.put(sampleArticle(1), original)
  await writer.close()
  const found = await rafid('search', '"berth" after:soon', '--order', 'newest')
  expect(found.code).toBe(0)
  expect(found.text).toContain('unknown-date: after:soon')
  expect((await rafid('search', 'berth')).text).toContain(sampleId(1))
  expect((await rafid('search', 'zeppelin')).text).toBe('nothing found')
})
