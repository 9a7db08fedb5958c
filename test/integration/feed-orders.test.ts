import { randomUUID } from 'node:crypto'
import { Feeds } from '@rafid/catalog'
import type { PollRecord } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { recordedPoll, serverNow } from '../support/recorded-poll.ts'

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
const feed = (n: number) => ({ url: `https://example.org/${n}.xml`, title: null, siteUrl: null })
const dueIn = async (id: string): Promise<number> =>
  Number(await redis.zscore(`${prefix}:feeds:due`, id)) - (await serverNow(redis))
const polled = (waitMs: number, changes: Partial<PollRecord> = {}) => recordedPoll(redis, waitMs, changes)

describe('an operator', () => {
  it('pauses a feed, which stays paused although a poll was under way, and resumes it', async () => {
    const { id } = await feeds.add(feed(1))
    expect(await feeds.order(id, 'pause')).toBe(true)
    await feeds.record(id, await polled(0))
    expect(await feeds.get(id)).toMatchObject({ status: 'paused', nextPollAt: null })
    expect(await feeds.claimDue(1)).toEqual([])
    await feeds.order(id, 'resume')
    expect(await feeds.get(id)).toMatchObject({ status: 'active' })
    expect(await feeds.claimDue(1)).toEqual([id])
  })

  it('has a feed polled at once, a paused one just this time', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, await polled(hour))
    expect(await feeds.claimDue(1)).toEqual([])
    await feeds.order(id, 'poll')
    expect(await feeds.claimDue(1)).toEqual([id])
    await feeds.order(id, 'pause')
    await feeds.order(id, 'poll')
    expect(await feeds.claimDue(1)).toEqual([id])
    await feeds.record(id, await polled(0))
    expect(await feeds.claimDue(1)).toEqual([])
  })

  it('revives a feed that its publisher has ended', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, await polled(0, { gone: true, outcome: 'gone', errorCode: 'http.gone' }))
    expect(await feeds.get(id)).toMatchObject({ status: 'gone', nextPollAt: null })
    await feeds.order(id, 'pause')
    expect(await feeds.get(id)).toMatchObject({ status: 'gone' })
    await feeds.order(id, 'resume')
    expect(await feeds.claimDue(1)).toEqual([id])
    expect(await feeds.get(id)).toMatchObject({ status: 'active' })
  })

  it('gives a feed an interval of its own, counted from its last poll', async () => {
    const { id } = await feeds.add(feed(1))
    await feeds.record(id, await polled(10 * hour))
    await feeds.setInterval(id, hour)
    expect((await feeds.pollState(id))?.ownIntervalMs).toBe(hour)
    expect(await dueIn(id)).toBeLessThanOrEqual(hour)
    expect(await dueIn(id)).toBeGreaterThan(hour - 60_000)
    await feeds.setInterval(id, null)
    expect((await feeds.get(id))?.ownIntervalMs).toBeNull()
  })

  it('is told that there is no such feed', async () => {
    expect(await feeds.order('f0', 'poll')).toBe(false)
    expect(await feeds.setInterval('f0', hour)).toBe(false)
    expect(await feeds.claimDue(1)).toEqual([])
  })
})
