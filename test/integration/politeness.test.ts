import { randomUUID } from 'node:crypto'
import { Politeness, RobotsFiles } from '@rafid/catalog'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { until } from '../support/until.ts'

const leaseMs = 60_000

let redis: Redis
let prefix: string
let politeness: Politeness
beforeEach(() => {
  redis = new Redis(inject('redisUrl'))
  prefix = `{t${randomUUID().slice(0, 8)}}`
  politeness = new Politeness({ redis, prefix })
})
afterEach(() => redis.disconnect())

/** So long that no delay of the machine counts. */
const longMs = 10_000_000

const turn = (jobKey: string, gapMs = longMs, host = 'one.test:80') => ({ host, jobKey, gapMs })

it('gives each job a place of its own in the line of its host, whoever asks for it', async () => {
  const other = new Politeness({ redis, prefix })
  const waits: number[] = []
  for (const job of ['a', 'b', 'c']) waits.push(await other.beginTurn(turn(job), leaseMs))
  expect(waits[0]).toBe(0)
  expect(waits[1]).toBeGreaterThan(0.9 * longMs)
  expect(waits[2]).toBeGreaterThan((waits[1] ?? 0) + 0.9 * longMs)
  expect(await politeness.beginTurn(turn('b'), leaseMs)).toBeLessThanOrEqual(waits[1] ?? 0)
  expect(await politeness.beginTurn(turn('a', longMs, 'two.test:80'), leaseMs)).toBe(0)
})

it('lets nobody ask a host that is still answering another, until the lease of that is over', async () => {
  expect(await politeness.beginTurn(turn('slow', 1), leaseMs)).toBe(0)
  await until(async () => (await politeness.beginTurn(turn('next', 1), leaseMs)) > 0)
  for (let times = 0; times < 20; times++) expect(await politeness.beginTurn(turn('next', 1), leaseMs)).not.toBe(0)
  await politeness.endTurn(turn('slow', 1), true)
  await until(async () => (await politeness.beginTurn(turn('next', 1), 20)) === 0)
  // The worker of 'next' has died: its lease ends by itself.
  await until(async () => (await politeness.beginTurn(turn('last', 1), leaseMs)) === 0)
})

it('counts the distance from the end of a request', async () => {
  await politeness.beginTurn(turn('a'), leaseMs)
  await politeness.endTurn(turn('a'), true)
  expect(await politeness.beginTurn(turn('b'), leaseMs)).toBeGreaterThan(0.9 * longMs)
})

it('ends only the turn that is asked for', async () => {
  await politeness.beginTurn(turn('a', 1), leaseMs)
  await politeness.endTurn(turn('late', 1), true)
  await until(async () => (await politeness.beginTurn(turn('b', 1), leaseMs)) > 0)
  expect(await politeness.beginTurn(turn('b', 1), leaseMs)).not.toBe(0)
})

it('holds back one address that is limited, and the whole host once a second one is', async () => {
  expect(await politeness.limited('one.test:80', '/a', 3_600_000)).toBe('address')
  expect(await politeness.limited('one.test:80', '/a', 3_600_000)).toBe('address')
  expect(await politeness.beginTurn(turn('b'), leaseMs)).toBe(0)
  await politeness.endTurn(turn('b'), false)
  expect(await politeness.limited('one.test:80', '/c', 3_600_000)).toBe('host')
  expect(await politeness.beginTurn(turn('d'), leaseMs)).toBeGreaterThan(3_500_000)
  expect(await politeness.beginTurn(turn('d', longMs, 'two.test:80'), leaseMs)).toBe(0)
})

it('asks a host that limits us half as often, and a little more often with each good answer', async () => {
  /** How far apart the two after the first stand in the line, in gaps. */
  const distanceAfter = async (isWell: boolean): Promise<number> => {
    const host = `${randomUUID()}.test:80`
    for (const address of ['/a', '/a', '/a']) await politeness.limited(host, address, 1)
    await politeness.beginTurn(turn('a', longMs, host), leaseMs)
    await politeness.endTurn(turn('a', longMs, host), isWell)
    const [b, c] = [turn('b', longMs, host), turn('c', longMs, host)]
    const first = await politeness.beginTurn(b, leaseMs)
    return ((await politeness.beginTurn(c, leaseMs)) - first) / longMs
  }
  expect(await distanceAfter(false)).toBeCloseTo(8, 2)
  expect(await distanceAfter(true)).toBeGreaterThan(7.1)
  expect(await distanceAfter(true)).toBeLessThan(7.9)
})

it('does not hold up hosts that are ours', async () => {
  expect(await politeness.beginTurn(turn('a', 0), leaseMs)).toBe(0)
  expect(await politeness.beginTurn(turn('b', 0), leaseMs)).toBe(0)
})

it('remembers what a robots.txt said, per origin', async () => {
  const robots = new RobotsFiles({ redis, prefix })
  const record = {
    rules: { allow: ['/a'], disallow: ['/'], crawlDelayMs: null },
    found: 200,
    failures: 0,
    fetchedAt: '2026-01-01T00:00:00.000Z',
    freshUntil: '2026-01-02T00:00:00.000Z',
  }
  await robots.put('https://one.test', record)
  expect(await robots.get('https://one.test')).toEqual(record)
  expect(await robots.get('http://one.test')).toBeNull()
})
