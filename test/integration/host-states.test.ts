import { randomUUID } from 'node:crypto'
import { HostStates, inTurn, politely, Politeness, RobotsFiles } from '@rafid/catalog'
import { Deferred, TransientError } from '@rafid/errors'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { countCommands } from '../support/count-commands.ts'
import { startRedis } from '../support/start-redis.ts'

let redis: Redis
let home: { redis: Redis; prefix: string }
let politeness: Politeness
let hosts: HostStates
beforeEach(() => {
  redis = new Redis(inject('redisUrl'))
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  politeness = new Politeness(home)
  hosts = new HostStates(home)
})
afterEach(() => redis.disconnect())

const hourMs = 3_600_000
const turn = (host: string, jobKey = 'a') => ({
  host,
  jobKey,
  gapMs: hourMs,
  address: `https://${host}/${jobKey}`,
  timeoutMs: 1_000,
})
/** Waits for its turn at a host that may be asked again after a millisecond. */
const visitor = (jobKey: string) => (url: string, request: () => Promise<void>) =>
  politely({ politeness, gapMs: 1, jobKey }, request)(url)
const fail = (error: Error) => () => Promise.reject(error)

it('tells when a host may be asked again, and that it is being asked', async () => {
  await inTurn(politeness, turn('quiet.test:443'), async () => {})
  const [quiet] = await hosts.find('quiet.test')
  expect(quiet).toMatchObject({ inFlightSince: null, requests: 1, failures: 0, errors: [], limit: null, slowFactor: 1 })
  expect(quiet?.nextAt.getTime()).toBeGreaterThan((quiet?.askedAt?.getTime() ?? 0) + hourMs / 2)
  await visitor('first')('http://busy.test/', async () => {})
  await visitor('second')('http://busy.test/', async () => {
    const [busy] = await hosts.find('busy.test:80')
    expect(busy?.inFlightSince).toBeInstanceOf(Date)
  })
  expect(await hosts.find('nobody.test')).toEqual([])
})

it('counts what failed, and keeps the last five errors', async () => {
  for (let number = 0; number < 8; number += 1) {
    const down = new TransientError(number === 7 ? 'net.dns' : 'net.connect', 'it is down')
    await expect(visitor(`job${number}`)(`https://down.test/${number}`, fail(down))).rejects.toThrow('it is down')
  }
  const [state] = await hosts.find('down.test')
  expect(state).toMatchObject({ requests: 8, failures: 8 })
  expect(state?.errors).toHaveLength(5)
  expect(state?.errors[0]).toMatchObject({ code: 'net.dns', address: 'https://down.test/7' })
})

it('puts hosts that limit us first, and tells whether it is one address or all of them', async () => {
  await inTurn(politeness, turn('well.test:443'), async () => {})
  const limited = (jobKey: string) =>
    inTurn(
      politeness,
      { ...turn('strict.test:443', jobKey), gapMs: 0.001 },
      fail(new Deferred('http.throttled', hourMs)),
    )
  await expect(limited('one')).rejects.toThrow('deferred')
  expect((await hosts.list(10))[0]).toMatchObject({ host: 'strict.test:443', limit: { of: 'address' }, slowFactor: 2 })
  await politeness.limited('strict.test:443', 'https://strict.test/two', hourMs)
  const [first, second] = await hosts.list(10)
  expect(first).toMatchObject({ limit: { of: 'host' }, errors: [{ code: 'http.throttled' }] })
  expect(second?.host).toBe('well.test:443')
  expect((await hosts.list(1)).map(({ host }) => host)).toEqual(['strict.test:443'])
})

it('finds the robots.txt of hosts by their ports', async () => {
  const robots = new RobotsFiles(home)
  const now = new Date().toISOString()
  const record = { rules: null, found: 503, failures: 1, fetchedAt: now, freshUntil: now }
  await robots.put('https://one.test', record)
  await robots.put('http://two.test:8080', record)
  const found = await robots.ofHosts(['one.test:443', 'two.test:8080', 'three.test:80'])
  expect([...found.keys()]).toEqual(['one.test:443', 'two.test:8080'])
})

it('costs a request its two commands and no more, and a look one command however many hosts there are', async () => {
  const server = await startRedis()
  const own = new Redis(server.url)
  const counter = await countCommands(server.url)
  try {
    const there = { redis: own, prefix: '{t}' }
    const [polite, states] = [new Politeness(there), new HostStates(there)]
    const visit = (number: number) => inTurn(polite, turn(`h${number}.test:443`), async () => {})
    await visit(0)
    await states.list(500)
    expect(await counter.during(() => visit(1))).toBe(2)
    expect(await counter.during(() => states.list(500))).toBe(1)
    for (let number = 2; number < 300; number += 1) await visit(number)
    expect(await states.list(500)).toHaveLength(300)
    expect(await counter.during(() => states.list(500))).toBe(1)
  } finally {
    counter.close()
    own.disconnect()
    await server.stop()
  }
})
