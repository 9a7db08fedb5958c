import { randomUUID } from 'node:crypto'
import { SeenEntries } from '@rafid/catalog'
import type { EntryMark } from '@rafid/catalog'
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
