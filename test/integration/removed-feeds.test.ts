import { randomUUID } from 'node:crypto'
import { Feeds, operateFeed, RemovedFeeds, removeFeed, restoreFeed } from '@rafid/catalog'
import { AuditLog } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { recordedPoll } from '../support/recorded-poll.ts'

const hour = 3_600_000
const url = 'https://news.example/rss'
const moved = 'https://news.example/new'

let redis: Redis
let home: { redis: Redis; prefix: string }
let feeds: Feeds
let id: string
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  feeds = new Feeds(home)
  await feeds.add({ url: 'https://first.example/rss', title: null, siteUrl: null })
  id = (await feeds.add({ url, title: 'News', siteUrl: 'https://news.example/' })).id
  await feeds.add({ url: 'https://last.example/rss', title: null, siteUrl: null })
  const poll = await recordedPoll(redis, hour, { entriesNew: 3, outcome: 'new-entries', adopt: moved })
  await feeds.record(id, { ...poll, polling: { ...poll.polling, silentSinceMs: 1_700_000_000_000 } })
  await redis.hset(`${home.prefix}:seen:${id}`, 'entry', 'memory')
  await redis.expire(`${home.prefix}:seen:${id}`, 1_000_000)
})
afterEach(() => redis.disconnect())

/** Everything in Redis but the audit log, the list of the removed, and times to live that run on. */
async function everything(): Promise<Record<string, unknown>> {
  const keys = (await redis.keys(`${home.prefix}:*`)).toSorted()
  const own = keys.filter((key) => !/:(?:audit|feeds:removed|feeds:line)$/.test(key))
  const read = async (key: string): Promise<unknown> => {
    const isLasting = (await redis.pttl(key)) === -1
    if ((await redis.type(key)) === 'hash') return { isLasting, fields: await redis.hgetall(key) }
    return { isLasting, members: await redis.zrange(key, '0', '-1', 'WITHSCORES') }
  }
  return Object.fromEntries(await Promise.all(own.map(async (key) => [key, await read(key)] as const)))
}

const actions = async (): Promise<string[]> =>
  (await new AuditLog(home).list(10)).map(({ action, about }) => `${action} ${about}`).toReversed()

it('a removed feed comes back with its place, its rhythm, its time, its addresses and what was seen of it', async () => {
  const before = await everything()
  expect(await removeFeed(home, { id, by: 'cli' })).toBe(true)
  expect(await feeds.get(id)).toBeNull()
  expect(await feeds.idOf(moved)).toBeNull()
  expect(await new RemovedFeeds(home).list(10)).toMatchObject([{ id, url: moved, title: 'News' }])
  expect(await restoreFeed(home, { id, by: 'cli' })).toBe('restored')
  expect(await everything()).toEqual(before)
  expect(await redis.ttl(`${home.prefix}:seen:${id}`)).toBeGreaterThan(900_000)
  expect(await new RemovedFeeds(home).list(10)).toEqual([])
  expect(await actions()).toEqual([`feed.remove ${id}`, `feed.restore ${id}`])
})

it('a feed that was added again keeps its new state, and nothing comes back twice', async () => {
  await removeFeed(home, { id, by: 'cli' })
  await feeds.add({ url, title: 'New name', siteUrl: null })
  expect(await restoreFeed(home, { id, by: 'cli' })).toBe('known')
  expect((await feeds.get(id))?.title).toBe('New name')
  expect(await new RemovedFeeds(home).list(10)).toEqual([])
  expect(await restoreFeed(home, { id: 'f0000000000000000', by: 'cli' })).toBe('unknown')
  expect(await removeFeed(home, { id: 'f0000000000000000', by: 'cli' })).toBe(false)
  expect(await actions()).toEqual([`feed.remove ${id}`])
})

it('an address that became a feed of its own meanwhile stays one', async () => {
  await removeFeed(home, { id, by: 'cli' })
  const other = await feeds.add({ url: moved, title: null, siteUrl: null })
  expect(await restoreFeed(home, { id, by: 'cli' })).toBe('restored')
  expect(await feeds.idOf(moved)).toBe(other.id)
})

it('an undone pause leaves the feed as if it had not been', async () => {
  const before = await everything()
  await operateFeed({ home, feeds }, { id, order: 'pause', by: 'page' })
  await operateFeed({ home, feeds }, { id, order: 'pause', by: 'page' })
  expect(await feeds.get(id)).toMatchObject({ status: 'paused', nextPollAt: null, silentSince: null })
  await operateFeed({ home, feeds }, { id, order: 'unpause', by: 'page' })
  expect(await everything()).toEqual(before)
  expect(await operateFeed({ home, feeds }, { id: 'f0000000000000000', order: 'pause', by: 'page' })).toBe(false)
  expect(await actions()).toEqual([`feed.pause ${id}`, `feed.pause ${id}`, `feed.unpause ${id}`])
})

it('a poll that ends during a pause decides when the feed is due after it', async () => {
  await feeds.order(id, 'pause')
  const poll = await recordedPoll(redis, 5 * hour)
  await feeds.record(id, poll)
  expect((await feeds.get(id))?.nextPollAt).toBeNull()
  await feeds.order(id, 'unpause')
  expect((await feeds.get(id))?.nextPollAt).toBe(new Date(poll.polling.next.atMs).toISOString())
})

it('a feed that is resumed is polled at once, whatever it was due before', async () => {
  await feeds.order(id, 'pause')
  await feeds.order(id, 'resume')
  const due = await redis.zscore(`${home.prefix}:feeds:due`, id)
  const [seconds] = await redis.time()
  expect(Number(due)).toBeLessThan(Number(seconds) * 1000 + 2_000)
  expect(await redis.hmget(`${home.prefix}:feed:${id}`, 'dueBefore', 'silentBefore')).toEqual([null, null])
})
