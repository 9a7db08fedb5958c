import { randomUUID } from 'node:crypto'
import { FleetHealth } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { expect, inject, it } from 'vitest'

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
