import { randomUUID } from 'node:crypto'
import { Feeds, RemovedFeeds } from '@rafid/catalog'
import type { PollRecord } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { recordedPoll, serverNow } from '../support/recorded-poll.ts'
import { until } from '../support/until.ts'

let redis: Redis
let prefix: string
let feeds: Feeds
beforeEach(() => {
  redis = new Redis(inject('redisUrl'))
  prefix = `{t${randomUUID().slice(0, 8)}}`
  feeds = new Feeds({ redis, prefix })
})
afterEach(() => redis.disconnect())

const hour = 3_600_000
const feed = (n: number | string) => ({ url: `https://example.org/${n}.xml`, title: null, siteUrl: null })
const dueIn = async (id: string): Promise<number> =>
  Number(await redis.zscore(`${prefix}:feeds:due`, id)) - (await serverNow(redis))
const polled = (waitMs: number, changes: Partial<PollRecord> = {}) => recordedPoll(redis, waitMs, changes)

describe('feeds', () => {
  it('are due at once when added, and adding one twice changes nothing', async () => {
    const first = await feeds.add(feed(1))
    expect(first.added).toBe(true)
    expect(await feeds.add({ ...feed(1), title: 'other' })).toEqual({ id: first.id, added: false })
    expect(await feeds.claimDue(10)).toEqual([first.id])
    expect(await feeds.count()).toBe(1)
  })

  it('are each claimed by one of several schedulers', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => feeds.add(feed(n))))
    const claims = await Promise.all(Array.from({ length: 10 }, () => new Feeds({ redis, prefix }).claimDue(10)))
    expect(claims.flat()).toHaveLength(50)
    expect(new Set(claims.flat()).size).toBe(50)
  })

  it('that are added by the thousand are due one after the other', async () => {
    const ids = (await Promise.all(Array.from({ length: 1000 }, (_, n) => feeds.add(feed(n))))).map(({ id }) => id)
    const added = await Promise.all(ids.map(async (id) => Date.parse((await feeds.get(id))?.addedAt ?? '')))
    const due = await Promise.all(ids.map(async (id) => Number(await redis.zscore(`${prefix}:feeds:due`, id))))
    const waits = due.map((ms, index) => ms - (added[index] ?? 0))
    const spread = Math.max(...due) - Math.min(...due)
    expect(Math.max(...waits)).toBeLessThan(60_000)
    // Whatever time the adding took, no second has more than its share.
    const seconds = Map.groupBy(due, (ms) => Math.floor(ms / 1000))
      .values()
      .toArray()
      .map((one) => one.length)
    expect(Math.max(...seconds)).toBeLessThanOrEqual(50 + 1 + Math.ceil(1000 / 60))
    expect(spread).toBeGreaterThan(30_000)
  })

  it('are due again when their time has come', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.claimDue(1)
    await feeds.record(id, await polled(30))
    await until(async () => (await feeds.claimDue(1)).length === 1)
  })

  it('are not due before the floor while a poll is still to be written down', async () => {
    const { id } = await feeds.add(feed(1))
    const [other] = await Promise.all([feeds.add(feed(2)), feeds.claimDue(1)])
    await feeds.order(other.id, 'pause')
    for (const one of [id, other.id]) await feeds.postpone(one, new Date((await serverNow(redis)) + hour))
    expect(await dueIn(id)).toBeGreaterThan(hour - 60_000)
    await feeds.postpone(id, new Date(0))
    expect(await dueIn(id)).toBeGreaterThan(hour - 60_000)
    expect((await feeds.get(other.id))?.nextPollAt).toBeNull()
  })

  it('remember what the last poll left and keep what it did not mention', async () => {
    const { id } = await feeds.add(feed(1))
    const first = await polled(1, { etag: '"e"', lastModified: null, bodyKey: 'k', title: 'Feed', entriesNew: 3 })
    await feeds.record(id, first)
    const failed = await polled(1, { outcome: 'failed', errorCode: 'net.dns' })
    const polling = { ...failed.polling, errors: { inARow: 1, weight: 0.25, sinceMs: failed.at.getTime() } }
    await feeds.record(id, { ...failed, polling })
    const state = await feeds.pollState(id)
    expect(state).toMatchObject({
      url: feed(1).url,
      etag: '"e"',
      lastModified: null,
      bodyKey: 'k',
      ownIntervalMs: null,
    })
    expect(state?.polling).toEqual(polling)
    expect(await feeds.get(id)).toMatchObject({
      title: 'Feed',
      lastOutcome: 'failed',
      errorCode: 'net.dns',
      entriesSeen: 3,
      errorsInARow: 1,
    })
  })

  it('stay removed although a poll was under way', async () => {
    const { id } = await feeds.add(feed(1))
    expect(await new RemovedFeeds({ redis, prefix }).remove(id)).toBe(true)
    await feeds.record(id, await polled(0))
    expect(await feeds.get(id)).toBeNull()
    expect(await feeds.claimDue(1)).toEqual([])
  })

  it('of an earlier release are read, and are in the present form after their next poll', async () => {
    const id = 'f0123456789abcdef'
    const old = {
      url: feed(1).url,
      title: 'Old',
      siteUrl: '',
      addedAt: '1700000000000',
      lastPollAt: '1700000001000',
      lastOutcome: 'not-modified',
      errorCode: '',
      errorsInARow: '2',
      entriesSeen: '7',
      intervalMs: '900000',
      etag: 'W/"x"',
      lastModified: '',
      bodyKey: 'b',
    }
    await redis
      .multi()
      .hset(`${prefix}:feed:${id}`, old)
      .zadd(`${prefix}:feeds`, 1, id)
      .zadd(`${prefix}:feeds:due`, 1, id)
      .exec()
    expect(await feeds.get(id)).toMatchObject({
      title: 'Old',
      status: 'active',
      entriesSeen: 7,
      errorsInARow: 2,
      pollRule: null,
    })
    expect(await feeds.explain(id)).toMatchObject({ polls: [], rhythm: null, next: { rule: 'new' } })
    expect(await feeds.pollState(id)).toMatchObject({
      etag: 'W/"x"',
      polling: null,
      legacy: { intervalMs: 900_000, errorsInARow: 2 },
    })
    await feeds.record(id, await polled(hour))
    expect(await feeds.pollState(id)).toMatchObject({
      etag: 'W/"x"',
      polling: { next: { rule: 'rhythm' } },
      legacy: { intervalMs: null },
    })
  })

  it('explain themselves: the next poll, the rule, and the last thirty polls', async () => {
    const { id } = await feeds.add(feed(1))
    for (let n = 0; n < 35; n += 1)
      await feeds.record(id, await polled(n * 1000, { entriesNew: n, errorCode: n % 2 ? 'net.dns' : null }))
    const told = await feeds.explain(id)
    expect(told?.polls).toHaveLength(30)
    expect(told?.polls[0]).toMatchObject({
      outcome: 'nothing-new',
      entriesNew: 34,
      errorCode: null,
      waitMs: 34_000,
      rule: 'rhythm',
    })
    expect(told?.polls[29]).toMatchObject({ entriesNew: 5, errorCode: 'net.dns' })
    expect(told?.next).toMatchObject({ rule: 'rhythm', wishes: { rhythm: 34_000 }, at: told?.feed.nextPollAt })
    expect(told?.feed).toMatchObject({ pollRule: 'rhythm', entriesSeen: 595 })
    expect(await feeds.explain('f0')).toBeNull()
  })

  it('take at most five kilobytes of Redis each, whatever has happened to them', async () => {
    const { id } = await feeds.add({
      ...feed('a'.repeat(60)),
      title: 'A feed with a name',
      siteUrl: 'https://example.org/',
    })
    const record = await polled(hour, { etag: '"0123456789abcdef"', bodyKey: 'b'.repeat(64), errorCode: 'http.status' })
    const many = (length: number) => Array.from({ length }, () => 123.456)
    const rhythm = {
      ...record.polling.rhythm,
      entries: 1234.567,
      byHour: many(24),
      byDay: many(7),
      byTwelfth: many(12),
    }
    for (let n = 0; n < 40; n += 1) await feeds.record(id, { ...record, polling: { ...record.polling, rhythm } })
    expect(await redis.memory('USAGE', `${prefix}:feed:${id}`, 'SAMPLES', 0)).toBeLessThan(5_000)
  })
})

describe('a feed that has moved', () => {
  const moved = 'https://example.org/new.xml'

  it('keeps its id, and is found and known under both addresses', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, await polled(hour, { adopt: moved }))
    expect(await feeds.get(id)).toMatchObject({ url: moved })
    expect((await feeds.explain(id))?.oldUrls).toEqual([feed(1).url])
    for (const url of [moved, feed(1).url]) {
      expect(await feeds.idOf(url)).toBe(id)
      expect(await feeds.add({ ...feed(1), url })).toEqual({ id, added: false })
    }
    await feeds.record(id, await polled(hour, { adopt: feed(1).url }))
    expect(await feeds.get(id)).toMatchObject({ url: feed(1).url })
    expect((await feeds.explain(id))?.oldUrls).toEqual([moved])
  })

  it('does not take the place of another one', async () => {
    const { id } = await feeds.add(feed(1))
    const other = await feeds.add({ ...feed(2), url: moved })
    await feeds.record(id, await polled(hour, { adopt: moved }))
    expect(await feeds.get(id)).toMatchObject({ url: feed(1).url })
    expect(await feeds.idOf(moved)).toBe(other.id)
  })

  it('leaves nothing behind that stays when it is removed', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, await polled(hour, { adopt: moved }))
    await new RemovedFeeds({ redis, prefix }).remove(id)
    const left = await redis.keys(`${prefix}*`)
    const staying = await Promise.all(left.map(async (key) => (await redis.pttl(key)) === -1))
    expect(staying).not.toContain(true)
    expect((await feeds.add({ ...feed(1), url: moved })).added).toBe(true)
  })
})

it('silent feeds are listed until they speak again', async () => {
  const ids = await Promise.all([1, 2].map(async (n) => (await feeds.add(feed(n))).id))
  const record = await polled(hour)
  for (const [index, id] of ids.entries()) {
    await feeds.record(id, { ...record, polling: { ...record.polling, silentSinceMs: 1000 + index } })
  }
  expect((await feeds.silent(10)).map(({ id }) => id)).toEqual(ids.toReversed())
  expect((await feeds.silent(1))[0]?.silentSince).toBe('1970-01-01T00:00:01.001Z')
  await feeds.record(ids[0] ?? '', record)
  expect(await feeds.countSilent()).toBe(1)
  // Whoever is told to be quiet is not silent.
  await feeds.order(ids[1] ?? '', 'pause')
  expect(await feeds.countSilent()).toBe(0)
  expect((await feeds.get(ids[1] ?? ''))?.silentSince).toBeNull()
})
