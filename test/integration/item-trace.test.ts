import { randomUUID } from 'node:crypto'
import { ItemTrace } from '@rafid/catalog'
import { funnelFaults, funnelOf } from '@rafid/operations'
import type { ItemEvent, ItemState } from '@rafid/operations'
import { articleIdOf } from '@rafid/urls'
import { array, assert, asyncProperty } from 'fast-check'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { anyReport, ModelTrace, sampleItem, sampleReport } from '../support/item-samples.ts'

let redis: Redis
let home: { redis: Redis; prefix: string }
let trace: ItemTrace
beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  trace = new ItemTrace({ ...home, days })
})
afterEach(() => redis.disconnect())

/** Samples are of a day long ago, or ahead, whenever this runs; fourteen centuries keep them. */
const days = 500_000
const day = '2026-01-10'
const waiting: ItemState = { phase: 'waiting', stage: 'fetch-page', relation: null, reason: null }
const indexing: ItemState = { phase: 'waiting', stage: 'index-article', relation: 'original', reason: null }
const dead: ItemState = { ...waiting, phase: 'dead', reason: 'net.dns' }
const done = (reason: string): ItemState => ({ ...indexing, phase: 'done', reason })
const event = (over: Partial<ItemEvent> = {}): ItemEvent => {
  const told = { stage: 'fetch-page', atMs: 1_000, waitedMs: 5, tookMs: 7, outcome: 'fetched', code: null }
  return { ...told, attempt: 1, worker: 'quay:12', times: 1, ...over }
}
const stateOf = async (number: number) => (await trace.get([sampleItem(number).id]))[0]?.state
const itemsOf = async (scope = {}) => (await trace.funnel({ day, ...scope })).items

it('counts as the plainest model does, for the day, each feed and each host, after every report', async () => {
  await assert(
    asyncProperty(array(anyReport, { minLength: 1, maxLength: 30 }), async (reports) => {
      const fresh = new ItemTrace({ redis, prefix: `{t${randomUUID().slice(0, 8)}}`, days })
      const model = new ModelTrace()
      for (const report of reports) {
        const [before] = await fresh.get([report.item.id])
        if (report.how === 'again') await fresh.recordAgain(report, before?.deaths ?? 0)
        else await fresh.record([report])
        model.apply(report)
        const funnel = await fresh.funnel({ day })
        expect(funnelFaults(funnel)).toEqual([])
        expect(funnel).toEqual(funnelOf(model.counts()))
      }
      for (const number of [0, 1]) {
        const isOf = (id: string): boolean => Number(id.slice(1)) % 2 === number
        const counted = funnelOf(model.counts(isOf))
        expect(await fresh.funnel({ day, feed: `f${number}` })).toEqual(counted)
        expect(await fresh.funnel({ day, host: `host${number}.example` })).toEqual(counted)
      }
    }),
    { numRuns: 200 },
  )
})

it('moves an item once, however many tell of it at the same time', async () => {
  const others = Array.from({ length: 8 }, () => new ItemTrace({ ...home, days }))
  const reports = [sampleReport(1, waiting), sampleReport(1, indexing), sampleReport(1, done('added'))]
  await Promise.all(others.flatMap((one) => reports.map((report) => one.record([report]))))
  expect(await itemsOf()).toMatchObject({ originals: 1, inFlight: 0 })
  expect((await trace.funnel({ day })).steps.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1])
})

it('keeps the way of an item in the order in which it went, and says what it knows of it', async () => {
  const indexed = event({ stage: 'index-article', atMs: 9_000, waitedMs: null, outcome: 'added', attempt: 2 })
  await trace.record([sampleReport(1, done('added'), { event: indexed })])
  await trace.record([sampleReport(1, waiting, { event: event() })])
  const [item] = await trace.get([sampleItem(1).id])
  expect(item).toMatchObject({ ...sampleItem(1), state: done('added'), rounds: 0, eventsLost: 0 })
  expect(item?.startedAt.toISOString()).toBe('2026-01-10T12:00:00.000Z')
  expect(item?.events).toEqual([event(), indexed])
})

it('writes down once that a job was put off many times, and keeps no more than the first and the last events', async () => {
  const put = event({ outcome: 'deferred', code: 'host.busy', tookMs: 2 })
  for (const atMs of [1_000, 2_000, 3_000]) {
    await trace.record([sampleReport(1, waiting, { event: { ...put, atMs } })])
  }
  expect((await trace.get([sampleItem(1).id]))[0]?.events).toEqual([{ ...put, tookMs: 2_002, times: 3 }])
  for (let attempt = 1; attempt <= 40; attempt += 1) {
    await trace.record([
      sampleReport(1, waiting, { event: event({ atMs: 4_000 + attempt, outcome: 'retry', attempt }) }),
    ])
  }
  const [item] = await trace.get([sampleItem(1).id])
  expect(item?.events).toHaveLength(32)
  expect(item?.eventsLost).toBe(9)
  expect(item?.events[0]).toMatchObject({ outcome: 'deferred' })
  expect(item?.events.at(-1)).toMatchObject({ attempt: 40 })
})

it('finds items by their id, by their article, and by any spelling of an address of its page', async () => {
  const url = 'https://host1.example/story'
  await trace.record([sampleReport(1, waiting, { articleIds: [articleIdOf(url)] })])
  await trace.record([sampleReport(3, waiting, { articleIds: [articleIdOf(url)] })])
  const newestFirst = [sampleItem(3).id, sampleItem(1).id]
  for (const asked of [
    url,
    'http://www.host1.example/story/?utm_source=rss',
    ' host1.example/story ',
    articleIdOf(url),
  ]) {
    expect((await trace.find(asked)).map(({ id }) => id)).toEqual(newestFirst)
  }
  expect((await trace.find(sampleItem(1).id)).map(({ id }) => id)).toEqual([sampleItem(1).id])
  expect(await trace.find('https://host1.example/another')).toEqual([])
  await expect(trace.find('ftp://host1.example/')).rejects.toThrow(/http/)
})

it('has a dead letter that goes back be in flight again, unless it has died again before that was told', async () => {
  await trace.record([sampleReport(1, dead)])
  const again = sampleReport(1, waiting, { how: 'again' })
  await trace.record([sampleReport(1, dead)])
  await trace.recordAgain(again, 1)
  expect(await stateOf(1)).toEqual(dead)
  await trace.recordAgain(again, 2)
  expect(await stateOf(1)).toEqual(waiting)
  expect(await itemsOf()).toMatchObject({ dead: 0, inFlight: 1 })
  await trace.recordAgain(again, 2)
  expect((await trace.get([sampleItem(1).id]))[0]?.rounds).toBe(1)
})

it('looks at a dead letter that was told of already without writing it down twice', async () => {
  await trace.record([sampleReport(1, waiting)])
  const swept = sampleReport(1, dead, { how: 'swept', event: event({ outcome: 'dead', code: 'job.workers_died' }) })
  for (let time = 0; time < 3; time += 1) await trace.record([swept])
  const [item] = await trace.get([sampleItem(1).id])
  expect(item?.events).toHaveLength(1)
  expect(item?.deaths).toBe(1)
})

it('claims an article for the worker that added it and died before it could tell', async () => {
  const of = { articleIds: ['a1'] }
  await trace.record([sampleReport(1, indexing, of)])
  await trace.record([sampleReport(1, done('stale'), { ...of, how: 'repeated' })])
  expect(await stateOf(1)).toEqual(done('found'))
  expect(await itemsOf()).toMatchObject({ originals: 1, unchanged: 0 })
  // The one who really added it was only slower to tell.
  await trace.record([sampleReport(2, done('added'), of)])
  expect(await stateOf(1)).toEqual(done('stale'))
  expect(await itemsOf()).toMatchObject({ originals: 1, unchanged: 1 })
  await trace.record([sampleReport(3, done('stale'), { ...of, how: 'repeated' })])
  expect(await stateOf(3)).toEqual(done('stale'))
  expect(await itemsOf()).toMatchObject({ originals: 1, unchanged: 2 })
  expect(funnelFaults(await trace.funnel({ day }))).toEqual([])
})

it('counts the entries of a document once, whoever reads it again, by host and feed', async () => {
  const byHost = { 'a.example': { known: 3, held: 1 }, 'b.example': { known: 2, pageless: 1, edited: 4 } }
  const seen = { key: 'k', feedId: 'f1', startedAtMs: Date.UTC(2026, 0, 10), byHost }
  await trace.recordSeen(seen)
  await trace.recordSeen(seen)
  const rest = async (scope = {}) => {
    const { steps, edited } = await trace.funnel({ day, ...scope })
    return [...(steps[0]?.rest ?? []).map(({ why, count }) => [why, count]), ['edited', edited]]
  }
  const all = [
    ['known', 5],
    ['held', 1],
    ['pageless', 1],
    ['edited', 4],
  ]
  expect(await rest()).toEqual(all)
  expect(await rest({ feed: 'f1' })).toEqual(all)
  expect(await rest({ host: 'a.example' })).toEqual([
    ['known', 3],
    ['held', 1],
    ['edited', 0],
  ])
})

it('forgets the items and the counters of a day together, and begins nothing for a day that is over', async () => {
  const now = Date.now()
  const short = new ItemTrace({ ...home, days: 2 })
  await short.record([sampleReport(1, waiting, { startedAtMs: now, articleIds: ['a1'] })])
  await short.recordSeen({ key: 'k', feedId: 'f1', startedAtMs: now, byHost: { 'host1.example': { known: 1 } } })
  const keys = (await redis.keys(`${home.prefix}:trace:*`)).filter((key) => !key.includes(':seen:'))
  const ends = await Promise.all(keys.map((key) => redis.expiretime(key)))
  expect(keys).toHaveLength(5)
  expect(new Set(ends).size).toBe(1)
  const today = Math.floor(now / 86_400_000)
  expect(ends[0]).toBe((today + 3) * 86_400)
  await short.record([sampleReport(2, waiting, { startedAtMs: now - 4 * 86_400_000 })])
  expect(await short.get([sampleItem(2).id])).toEqual([])
})
