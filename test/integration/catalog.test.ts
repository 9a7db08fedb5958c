import { randomUUID } from 'node:crypto'
import { DuplicateWindow, Feeds, Politeness, SeenEntries } from '@rafid/catalog'
import type { EntryMark } from '@rafid/catalog'
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
  const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)
  const judgements = async (seen: SeenEntries, marks: readonly EntryMark[], now: Date) =>
    (await seen.judge('f', marks, now)).map(({ judgement }) => judgement)

  it('are new until remembered, and edited when their fingerprint changes', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const marks = [
      { identities: ['a', 'x'], fingerprint: '1' },
      { identities: ['b'], fingerprint: '1' },
    ]
    expect(await judgements(seen, marks, at(0))).toEqual(['new', 'new'])
    expect(await judgements(seen, marks, at(1))).toEqual(['new', 'new'])
    await seen.remember('f', await seen.judge('f', marks, at(2)))
    expect(await judgements(seen, marks, at(3))).toEqual(['known', 'known'])
    const edited = { identities: ['b'], fingerprint: '2' }
    expect(await judgements(seen, [{ identities: ['other id', 'x'], fingerprint: '1' }, edited], at(4))).toEqual([
      'known',
      'edited',
    ])
  })

  it('are known years later, without a poll in between', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const marks = [{ identities: ['a'], fingerprint: '1' }]
    await seen.remember('f', await seen.judge('f', marks, at(0)))
    expect(await redis.ttl(`${prefix}:seen:f`)).toBeGreaterThan(365 * 86_400)
  })

  it('hold back what is edited again at once', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const states: string[] = []
    for (const [index, fingerprint] of ['1', '2', '3', '3'].entries()) {
      const [judged] = await seen.judge('f', [{ identities: ['a'], fingerprint }], at(index * 400))
      states.push(judged?.judgement ?? '')
      await seen.remember('f', judged === undefined ? [] : [judged])
    }
    expect(states).toEqual(['new', 'edited', 'held', 'edited'])
  })

  it('forget the longest unseen beyond their limit', async () => {
    const seen = new SeenEntries({ redis, prefix })
    const batch = (from: number) =>
      Array.from({ length: 6_000 }, (_, n) => ({ identities: [`e${from + n}`], fingerprint: '1' }))
    await seen.remember('f', await seen.judge('f', batch(0), at(1)))
    await seen.remember('f', await seen.judge('f', batch(6_000), at(2)))
    const isNew = (judgement: string) => judgement === 'new'
    expect((await judgements(seen, batch(6_000), at(3))).filter(isNew)).toEqual([])
    expect((await judgements(seen, batch(0), at(3))).filter(isNew)).toHaveLength(2_000)
  })
})

describe('politeness', () => {
  it('gives the jobs of one host places a gap apart, and hosts do not wait for each other', async () => {
    const politeness = new Politeness({ redis, prefix })
    const waits = []
    for (const job of ['a', 'b', 'c']) waits.push(await politeness.reserve('one.test:80', job, 10_000))
    expect(waits[0]).toBe(0)
    expect(waits[1]).toBeGreaterThan(8_000)
    expect(waits[2]).toBeGreaterThan(18_000)
    expect(await politeness.reserve('two.test:80', 'a', 10_000)).toBe(0)
  })

  it('keeps the place of a job that asks again', async () => {
    const politeness = new Politeness({ redis, prefix })
    await politeness.reserve('one.test:80', 'a', 10_000)
    const first = await politeness.reserve('one.test:80', 'b', 10_000)
    const again = await politeness.reserve('one.test:80', 'b', 10_000)
    expect(again).toBeLessThanOrEqual(first)
    expect(await politeness.reserve('one.test:80', 'c', 10_000)).toBeGreaterThan(first)
  })

  it('lets a job go ahead once its turn has come', async () => {
    const politeness = new Politeness({ redis, prefix })
    await politeness.reserve('one.test:80', 'a', 50)
    await until(async () => (await politeness.reserve('one.test:80', 'b', 50)) === 0)
  })

  it('holds everybody back while the host has asked for a rest', async () => {
    const politeness = new Politeness({ redis, prefix })
    await politeness.reserve('one.test:80', 'a', 10)
    await politeness.reserve('one.test:80', 'b', 10)
    await politeness.hold('one.test:80', 60_000)
    expect(await politeness.reserve('one.test:80', 'b', 10)).toBeGreaterThan(50_000)
    expect(await politeness.reserve('one.test:80', 'c', 10)).toBeGreaterThan(50_000)
  })
})

describe('the duplicate window', () => {
  const print = (articleId: string, version = 'v1', contentHash = 'h') => ({
    articleId,
    version,
    contentHash,
    signature: new Uint32Array([1, 2, 3]),
    bands: ['b1'],
  })
  const original = { kind: 'original', duplicateOf: null, resemblance: null } as const

  it('shows the earlier of two copies to the later, never both to each other', async () => {
    const window = new DuplicateWindow({ redis, prefix, hours: 1 })
    const claims = await Promise.all(['a1', 'a2', 'a3'].map((id) => window.claim(print(id))))
    const seen = claims.map((claim) => (claim.state === 'open' ? claim.earlier.map((other) => other.articleId) : null))
    expect(seen).toEqual([[], ['a1'], ['a1', 'a2']])
  })

  it('gives a redelivery the decision that was made', async () => {
    const window = new DuplicateWindow({ redis, prefix, hours: 1 })
    await window.claim(print('a1'))
    await window.decide('a1', 'v1', original)
    expect(await window.claim(print('a1'))).toEqual({ state: 'decided', relation: original })
    expect(await window.decide('a1', 'v1', { kind: 'duplicate', duplicateOf: 'a9', resemblance: 1 })).toEqual(original)
  })

  it('knows a newer version of an article from a copy, and an old delivery from a newer version', async () => {
    const window = new DuplicateWindow({ redis, prefix, hours: 1 })
    await window.claim(print('a1'))
    await window.decide('a1', 'v1', original)
    expect(await window.claim(print('a1', 'v2', 'h2'))).toMatchObject({ state: 'open', isUpdate: true, earlier: [] })
    await window.decide('a1', 'v2', { ...original, kind: 'update' })
    expect(await window.claim(print('a1', 'v1'))).toEqual({ state: 'decided', relation: original })
  })

  it('names the root of the cluster of an earlier copy', async () => {
    const window = new DuplicateWindow({ redis, prefix, hours: 1 })
    await window.claim(print('a1'))
    await window.decide('a1', 'v1', original)
    await window.claim(print('a2'))
    await window.decide('a2', 'v1', { kind: 'duplicate', duplicateOf: 'a1', resemblance: 0.9 })
    const claim = await window.claim(print('a3'))
    expect(
      claim.state === 'open' && claim.earlier.map((other) => [other.articleId, other.rootId, [...other.signature]]),
    ).toEqual([
      ['a1', 'a1', [1, 2, 3]],
      ['a2', 'a1', [1, 2, 3]],
    ])
  })
})
