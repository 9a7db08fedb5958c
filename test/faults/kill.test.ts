import { join } from 'node:path'
import { parseQuery } from '@rafid/query'
import { openReader } from '@rafid/search'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serviceNames } from '../../infra/dev/fleet.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { startPublisher } from '../support/start-publisher.ts'
import type { Publisher } from '../support/start-publisher.ts'
import { until } from '../support/until.ts'

const pages = 500

/** A fault strikes each time so many more articles are in the index: the last one well before the end. */
const everyArticles = 50

let publisher: Publisher
let house: House
beforeAll(async () => {
  publisher = await startPublisher({ pages, latencyMs: 60 })
  house = await startHouse({ allow: [publisher.host], env: { RAFID_LOCK_MS: '2000', RAFID_CONCURRENCY: '3' } })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await publisher.close()
})

it('has every page in the index exactly once after each kind of worker and Redis were killed in mid-work', async () => {
  await house.addFeeds([publisher.feedUrl])
  const faults = [
    ...serviceNames.map((service) => ({ name: service as string, strike: async () => house.kill(service) })),
    { name: 'redis', strike: async () => (await house.redis.kill(), await house.redis.restart()) },
  ]
  const struckAt: number[] = []
  for (const [index, fault] of faults.entries()) {
    await until(async () => (await countIndexed()) >= (index + 1) * everyArticles, 20)
    struckAt.push(await countIndexed())
    await fault.strike()
  }
  await until(async () => (await countIndexed()) >= pages, 100)
  await house.quiet()

  expect(
    house.lines.some((line) => line.includes('job of a lost worker taken up again')),
    'jobs were in hand',
  ).toBe(true)
  expect(Math.max(...struckAt), 'the last fault struck while work was in flight').toBeLessThan(pages)
  const articles = await house.articles()
  expect(articles.map((article) => article.url).toSorted()).toEqual([...publisher.pageUrls].toSorted())
  expect(await searchable()).toBe(pages)
  // A redelivery is never mistaken for a copy.
  expect(articles.filter((article) => article.relation.kind !== 'original')).toEqual([])
  expect(await house.deadLetters()).toEqual([])
  for (const service of serviceNames)
    expect(
      house.lines.some((line) => line === `${service}.1 crashed: SIGKILL`),
      service,
    ).toBe(true)
})

async function countIndexed(): Promise<number> {
  const reader = openReader(join(house.dir, 'index.db'))
  const { articles } = await reader.count()
  await reader.close()
  return articles
}

/** How many articles the full-text index finds, page by page. */
async function searchable(): Promise<number> {
  const reader = openReader(join(house.dir, 'index.db'))
  const found = new Set<string>()
  const { query } = parseQuery('numbered report', { now: new Date() })
  const numbered = { query, order: 'relevance', collapse: 'none', limit: 100, now: new Date() } as const
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await reader.search({ ...numbered, cursor: cursor ?? undefined })
    for (const article of page.articles) found.add(article.id)
    cursor = page.nextCursor
  }
  await reader.close()
  return found.size
}
