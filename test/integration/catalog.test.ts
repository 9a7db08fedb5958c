import { randomUUID } from 'node:crypto'
import { SeenEntries } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'

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
