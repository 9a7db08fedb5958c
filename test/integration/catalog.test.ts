import { randomUUID } from 'node:crypto'
import { DuplicateWindow, Politeness, SeenEntries } from '@rafid/catalog'
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
