import { randomUUID } from 'node:crypto'
import { FleetHealth } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { describe, expect, inject, it } from 'vitest'
import { feedOf } from '../support/feed-answer.ts'
import { openPollDesk } from '../support/poll-desk.ts'
import { startScriptedSite } from '../support/start-scripted-site.ts'

const minute = 60_000
const waitOf = ({ polls }: { polls: { waitMs: number }[] }): number => polls[0]?.waitMs ?? 0

it('the fleet remembers the last poll of each of the hosts that were polled last', async () => {
  const redis = new Redis(inject('redisUrl'))
  const prefix = `{t${randomUUID().slice(0, 8)}}`
  const fleet = new FleetHealth({ redis, prefix, hostsMax: 3 })
  for (const host of ['a', 'b', 'c']) await fleet.see(host, host === 'b')
  expect((await fleet.look()).results.filter(({ failed }) => failed)).toHaveLength(1)
  await fleet.see('b', false)
  const sight = await fleet.see('d', true)
  expect(sight.results).toHaveLength(3)
  expect(sight.results.filter(({ failed }) => failed)).toHaveLength(1)
  expect(sight.outSinceMs).toBeNull()
  await fleet.declare(5)
  expect((await fleet.look()).outSinceMs).toBe(5)
  await fleet.declare(null)
  expect((await fleet.look()).outSinceMs).toBeNull()
  expect(await redis.zcard(`${prefix}:fleet:hosts`)).toBe(3)
  redis.disconnect()
})

describe('when our own network is down', () => {
  it('no feed is charged, polls are repeated soon, and all is well afterwards', async () => {
    const sites = await Promise.all(Array.from({ length: 8 }, () => startScriptedSite(() => (up ? feedOf([1]) : null))))
    let up = true
    await using desk = await openPollDesk(
      inject('redisUrl'),
      sites.map(({ host }) => host),
    )
    try {
      const ids = await Promise.all(sites.map(({ url }) => desk.add(`${url}/feed.xml`)))
      for (const id of ids) await desk.poll(id)
      up = false
      for (const id of ids) await desk.poll(id)
      for (const id of ids) await desk.poll(id)
      const during = await Promise.all(ids.map((id) => desk.explain(id)))
      expect(during.map(({ feed }) => feed.errorsInARow)).toEqual(ids.map(() => 0))
      for (const told of during) expect(told.next?.rule).toBe('outage')
      expect(Math.max(...during.map(waitOf))).toBeLessThan(16 * minute)
      up = true
      for (const id of ids) await desk.poll(id)
      for (const id of ids) expect((await desk.explain(id)).feed).toMatchObject({ errorsInARow: 0, errorCode: null })
      expect(desk.lines.map((line) => line.split('{')[0])).toEqual([
        'polls fail everywhere: our own network is to blame ',
        'polls succeed again ',
      ])
      expect(await desk.metrics.registry.metrics()).toContain('rafid_fleet_outages_total 1')
    } finally {
      for (const site of sites) await site[Symbol.asyncDispose]()
    }
  })
})
