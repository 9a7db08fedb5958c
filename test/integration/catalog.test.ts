import { randomUUID } from 'node:crypto'
import { Feeds, SeenEntries } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { until } from '../support/until.ts'

let redis: Redis
let prefix: string
beforeEach(() => {
  redis = new Redis(inject('redisUrl'))
  prefix = `{t${randomUUID().slice(0, 8)}}`
})
afterEach(() => redis.disconnect())

const feed = (n: number) => ({ url: `https://example.org/${n}.xml`, title: null, siteUrl: null })
const polled = { outcome: 'nothing-new', errorCode: null, errorsInARow: 0, intervalMs: 60_000 }

describe('feeds', () => {
  it('are due at once when added, and adding one twice changes nothing', async () => {
    const feeds = new Feeds({ redis, prefix })
    const first = await feeds.add(feed(1))
    expect(first.added).toBe(true)
    expect(await feeds.add({ ...feed(1), title: 'other' })).toEqual({ id: first.id, added: false })
    expect(await feeds.claimDue(10)).toEqual([first.id])
    expect(await feeds.count()).toBe(1)
  })

  it('are each claimed by one of several schedulers', async () => {
    const feeds = new Feeds({ redis, prefix })
    await Promise.all(Array.from({ length: 50 }, (_, n) => feeds.add(feed(n))))
    const claims = await Promise.all(Array.from({ length: 10 }, () => new Feeds({ redis, prefix }).claimDue(10)))
    expect(claims.flat()).toHaveLength(50)
    expect(new Set(claims.flat()).size).toBe(50)
  })

  it('are due again when their time has come', async () => {
    const feeds = new Feeds({ redis, prefix })
    const { id } = await feeds.add(feed(1))
    await feeds.claimDue(1)
    await feeds.record(id, { ...polled, waitMs: 30 })
    await until(async () => (await feeds.claimDue(1)).length === 1)
  })

  it('remember what the last poll left and keep what it did not mention', async () => {
    const feeds = new Feeds({ redis, prefix })
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, {
      ...polled,
      waitMs: 1,
      etag: '"e"',
      lastModified: null,
      bodyKey: 'k',
      title: 'Feed',
      entriesNew: 3,
    })
    await feeds.record(id, {
      ...polled,
      waitMs: 1,
      outcome: 'failed',
      errorCode: 'net.dns',
      errorsInARow: 1,
      entriesNew: 0,
    })
    expect(await feeds.pollState(id)).toEqual({
      url: feed(1).url,
      etag: '"e"',
      lastModified: null,
      bodyKey: 'k',
      intervalMs: 60_000,
      errorsInARow: 1,
    })
    expect(await feeds.get(id)).toMatchObject({
      title: 'Feed',
      lastOutcome: 'failed',
      errorCode: 'net.dns',
      entriesSeen: 3,
    })
  })

  it('stay removed although a poll was under way', async () => {
    const feeds = new Feeds({ redis, prefix })
    const { id } = await feeds.add(feed(1))
    expect(await feeds.remove(id)).toBe(true)
    await feeds.record(id, { ...polled, waitMs: 0 })
    expect(await feeds.get(id)).toBeNull()
    expect(await feeds.claimDue(1)).toEqual([])
  })
})

describe('seen entries', () => {
  it('are fresh until marked, and again when edited', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const marks = [
      { id: 'a', fingerprint: '1' },
      { id: 'b', fingerprint: '1' },
    ]
    expect(await seen.fresh('f', marks)).toEqual(marks)
    await seen.mark('f', marks, new Date())
    expect(await seen.fresh('f', marks)).toEqual([])
    const edited = { id: 'b', fingerprint: '2' }
    expect(await seen.fresh('f', [{ id: 'a', fingerprint: '1' }, edited])).toEqual([edited])
  })

  it('forget the longest unseen beyond their limit', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const batch = (from: number) => Array.from({ length: 3_000 }, (_, n) => ({ id: `e${from + n}`, fingerprint: '1' }))
    await seen.mark('f', batch(0), new Date(1_000_000))
    await seen.mark('f', batch(3_000), new Date(2_000_000))
    expect(await seen.fresh('f', batch(3_000))).toEqual([])
    expect(await seen.fresh('f', batch(0))).toHaveLength(1_000)
  })
})
