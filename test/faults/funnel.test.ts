import { setTimeout as pause } from 'node:timers/promises'
import { ItemTrace } from '@rafid/catalog'
import { dayOf, itemStages } from '@rafid/operations'
import type { Funnel } from '@rafid/operations'
import { DeadLetters } from '@rafid/pipeline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FaultKind } from '../../infra/dev/newsroom/faults.ts'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { rowsOf, sampleFaults, sampleFunnel } from '../support/sample-funnel.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { startPublisher } from '../support/start-publisher.ts'
import type { Publisher } from '../support/start-publisher.ts'
import { until } from '../support/until.ts'

const pages = 400

/** One in a hundred is never to be had, one in fifty only when it is asked for again. */
const refuse = (page: number, askedBefore: number): number | null => {
  if (page % 100 === 7) return 404
  return page % 50 === 3 && askedBefore === 0 ? 503 : null
}

const lostForGood: readonly FaultKind[] = ['redirect-loop', 'gzip-bomb', 'huge']
const killed = ['fetcher', 'parser', 'deduplicator', 'indexer', 'scheduler'] as const

let newsroom: Newsroom
let publisher: Publisher
let house: House
beforeAll(async () => {
  publisher = await startPublisher({ pages, latencyMs: 30, refuse })
  newsroom = await startNewsroom({ images: false })
  const articles = newsroom.articles()
  for (const kind of [...lostForGood, 'reset', 'truncated'] as const) {
    const article = articles.pop()
    if (article === undefined) throw new Error('no article left')
    const { host, pathname, search } = new URL(article.url)
    const passes = !lostForGood.includes(kind)
    newsroom.misbehave({
      kind,
      host,
      path: new RegExp(`^${RegExp.escape(pathname + search)}`),
      ...(passes && { times: 1 }),
    })
  }
  house = await startHouse({
    allow: [publisher.host, ...newsroom.publishers.map(({ host }) => host)],
    env: { RAFID_LOCK_MS: '2000', RAFID_CONCURRENCY: '4' },
  })
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await newsroom?.close()
  await publisher?.close()
})

const funnel = () => house.withRedis((home) => new ItemTrace({ ...home, days: 7 }).funnel({ day: dayOf(Date.now()) }))
const fresh = ({ steps }: Funnel): number => steps[1]?.count ?? 0

it('has a funnel that adds up at every sample, while publishers fail, operators act and processes die', async () => {
  const faults: string[] = []
  let samples = 0
  let inFlightMost = 0
  const ended = new AbortController()
  const sampling = house.withRedis(async (home) => {
    while (!ended.signal.aborted) {
      const sample = await sampleFunnel(home, house.dir)
      samples += 1
      inFlightMost = Math.max(inFlightMost, sample.after.items.inFlight)
      faults.push(...sampleFaults(sample))
      await pause(5)
    }
  })
  // The second feed of the publisher shows what the first one does: its entries join, or come a second time.
  const feeds = [publisher.feedUrl, publisher.feedUrl.replace('feed.xml', 'feed2.xml')]
  await house.addFeeds([...feeds, ...newsroom.publishers.map(({ feedUrl }) => feedUrl)])
  for (const [index, service] of killed.entries()) {
    await until(async () => rowsOf(await funnel()) >= (index + 1) * 50)
    house.kill(service)
  }
  await until(async () => (await funnel()).items.dead >= 4)
  await order('redrive', 2)
  await order('drop', 1)
  await until(async () => fresh(await funnel()) >= 2 * pages + newsroom.articles().length)
  await house.quiet()
  await until(async () => (await funnel()).items.inFlight === 0)
  ended.abort()
  await sampling

  expect(faults).toEqual([])
  expect(samples).toBeGreaterThan(100)
  expect(inFlightMost, 'work was in flight').toBeGreaterThan(50)
})

it('counts at rest exactly the articles of the index and the dead letters', async () => {
  const { items, steps } = await funnel()
  const articles = await house.articles()
  expect(rowsOf(await funnel())).toBe(articles.length)
  expect(items.copies).toBeGreaterThan(5)
  expect(items.joined + items.unchanged + items.replaced).toBeGreaterThan(pages / 2)
  expect(items.dropped).toBe(1)
  const letters = await house.withRedis(async (home) => {
    const dead = new DeadLetters(home)
    const found = await dead.find(itemStages, {})
    await dead.close()
    return found
  })
  const ids = new Set(letters.map(({ item }) => item?.id))
  expect(letters.length).toBeGreaterThan(4)
  expect(items.dead).toBe(ids.size)
  const sum = Object.values(items).reduce((total, one) => total + one, 0)
  expect(steps[1]?.count).toBe(sum)
})

it('adds up for each host too, and its hosts make up the day', async () => {
  const hosts = [publisher.host, ...newsroom.publishers.map(({ host }) => host)]
  const day = dayOf(Date.now())
  const counted = await house.withRedis(async (home) => {
    const trace = new ItemTrace({ ...home, days: 7 })
    return Promise.all([...new Set(hosts)].map((host) => trace.funnel({ day, host })))
  })
  const all = await funnel()
  for (const kind of Object.keys(all.items) as (keyof Funnel['items'])[]) {
    expect(
      counted.reduce((sum, { items }) => sum + items[kind], 0),
      kind,
    ).toBe(all.items[kind])
  }
})

it('knows the way of every article of the index', async () => {
  await house.withRedis(async (home) => {
    const trace = new ItemTrace({ ...home, days: 7 })
    for (const { id, url } of await house.articles()) {
      const items = await trace.find(url)
      const indexed = items.find(
        ({ state }) => state?.phase === 'done' && ['added', 'found'].includes(state.reason ?? ''),
      )
      expect(indexed?.articleId, url).toBe(id)
      expect(indexed?.events.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['parse-feed', ...itemStages]))
    }
  })
})

/** Has an operator do something to some of the dead letters. */
async function order(verb: 'redrive' | 'drop', count: number): Promise<void> {
  const { deadLetters } = await house.get<{ deadLetters: { id: string; stage: string }[] }>('/api/v1/dead-letters')
  const still = deadLetters.filter(({ stage }) => itemStages.some((one) => one === stage))
  for (const { id, stage } of still.slice(0, count)) {
    const response = await fetch(`${house.url}/api/v1/dead-letters/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, stage }),
    })
    expect(response.ok).toBe(true)
  }
}
