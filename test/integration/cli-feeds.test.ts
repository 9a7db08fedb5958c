import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feeds } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { recordedPoll } from '../support/recorded-poll.ts'
import { runNode } from '../support/run-node.ts'

const url = 'https://news.example/rss'
let redis: Redis
let prefix: string
let feeds: Feeds
let id: string
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  prefix = `t${randomUUID().slice(0, 8)}`
  feeds = new Feeds({ redis, prefix: `{${prefix}}` })
  id = (await feeds.add({ url, title: 'News', siteUrl: null })).id
  await feeds.record(id, await recordedPoll(redis, 900_000, { entriesNew: 3, outcome: 'new-entries' }))
})
afterEach(() => redis.disconnect())

async function rafid(...args: string[]): Promise<{ code: number | null; text: string }> {
  const env = { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix, RAFID_DATA_DIR: join(tmpdir(), prefix) }
  const run = runNode('services/cli/main.ts', args, env)
  const code = await run.exited
  return { code, text: run.lines.join('\n') }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('explains a feed, by its address or its id', { timeout }, async () => {
  const told = await rafid('feeds', 'explain', url)
  expect(told.code).toBe(0)
  expect(told.text).toContain('decided by rhythm')
  expect(told.text).toMatch(/new-entries +3 +15m +rhythm/)
  const json = await rafid('--json', 'feeds', 'explain', id)
  expect(JSON.parse(json.text)).toEqual(await feeds.explain(id))
})

it('gives a feed an interval, and pauses it', { timeout }, async () => {
  expect((await rafid('feeds', 'interval', url, '2h')).text).toBe(`${id} is polled every 2h`)
  expect((await rafid('feeds', 'pause', url)).code).toBe(0)
  expect(await feeds.get(id)).toMatchObject({ status: 'paused', ownIntervalMs: 7_200_000 })
})

it('says that there is no such feed', { timeout }, async () => {
  const text = 'rafid: there is no feed https://other.example/'
  expect(await rafid('feeds', 'explain', 'https://other.example/')).toEqual({ code: 1, text })
})
