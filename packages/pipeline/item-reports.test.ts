import { fetchPage, parsePage } from '@rafid/contracts'
import { expect, it } from 'vitest'
import { itemReports, seenReport } from './item-reports.ts'
import type { ToldDelivery } from './item-reports.ts'
import { job } from './stage.ts'

const document = { key: 'd'.repeat(64), bytes: 1, contentType: null }
const item = { id: `i${'0'.repeat(24)}`, url: 'https://a.example/1', feedId: 'f1' }
const startedAt = '2026-01-10T12:00:00.000Z'
const facts = { atMs: 5, waitedMs: 1, tookMs: 2, attempt: 1, worker: 'quay:12', isRepeated: false }

const told = (over: Partial<ToldDelivery> = {}): ToldDelivery => ({
  stage: 'fetch-page',
  jobKey: 'j1',
  envelope: { traceId: 't', startedAt, item, payload: { url: item.url, feedId: 'f1', entry: null } },
  settled: { kind: 'done', outcome: 'fetched', emitted: 1 },
  following: [],
  joined: new Set(),
  seen: null,
  ...over,
})
const page = job(parsePage, { url: item.url, feedId: 'f1', entry: null, document, fetchedAt: startedAt })
const toOf = (one: ToldDelivery) => itemReports(one, facts).map(({ to }) => to)

it('has an item wait at the stage of the job that follows, or says that it joined one there', () => {
  const at = { stage: 'parse-page', relation: null, reason: null }
  const following = [{ ...page, item }]
  expect(toOf(told({ following }))).toEqual([{ ...at, phase: 'waiting' }])
  expect(toOf(told({ following, joined: new Set(following) }))).toEqual([{ ...at, phase: 'joined' }])
})

it('has an item stay where it is while its job is tried again, and die there with its reason', () => {
  const error = new Error('no')
  const at = { stage: 'fetch-page', relation: null, reason: null }
  expect(toOf(told({ settled: { kind: 'retry', code: 'net.dns', error } }))).toEqual([{ ...at, phase: 'waiting' }])
  expect(toOf(told({ settled: { kind: 'deferred', code: 'host.busy', delayMs: 1 } }))).toEqual([
    { ...at, phase: 'waiting' },
  ])
  expect(toOf(told({ settled: { kind: 'dead', code: 'net.dns', error } }))).toEqual([
    { ...at, phase: 'dead', reason: 'net.dns' },
  ])
  expect(toOf(told({ settled: { kind: 'returned' } }))).toEqual([])
})

it('moves no item for what is done for it on the side, and says so in its way', () => {
  const [report] = itemReports(
    told({ stage: 'tell-story', settled: { kind: 'done', outcome: 'begun', emitted: 0 } }),
    facts,
  )
  expect(report).toMatchObject({ to: null, event: { stage: 'tell-story', outcome: 'begun' } })
})

it('finds an item by no address that is none', () => {
  const bad = { ...item, url: 'nowhere' }
  const envelope = { traceId: 't', startedAt, payload: { feedId: 'f1' } }
  const following = [{ ...job(fetchPage, { url: 'nowhere', feedId: 'f1', entry: null }), item: bad }]
  expect(itemReports(told({ stage: 'parse-feed', envelope, following }), facts)).toMatchObject([
    { item: bad, articleIds: [] },
  ])
})

it('counts what a feed shows by host, whatever hosts are called', () => {
  const seen = [
    { url: 'https://a.example/1', judgement: 'known' },
    { url: 'https://a.example/2', judgement: 'new' },
    { url: 'https://__proto__/3', judgement: 'known' },
    { url: null, judgement: 'pageless' },
  ] as const
  const report = seenReport(told({ seen }))
  expect(Object.entries(report?.byHost ?? {})).toEqual([
    ['a.example', { known: 1 }],
    ['__proto__', { known: 1 }],
    ['', { pageless: 1 }],
  ])
  expect(Object.hasOwn(Object.prototype, 'known')).toBe(false)
  expect(seenReport(told())).toBeNull()
})
