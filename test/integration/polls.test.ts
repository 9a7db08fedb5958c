import { describe, expect, inject, it } from 'vitest'
import { feedOf, rss } from '../support/feed-answer.ts'
import { openPolledFeed } from '../support/open-polled-feed.ts'
import { openPollDesk } from '../support/poll-desk.ts'
import type { ScriptedAnswer } from '../support/start-scripted-site.ts'

const minute = 60_000
const hour = 60 * minute

const open = (first: ScriptedAnswer | null) => openPolledFeed(inject('redisUrl'), first)

const waitOf = ({ polls }: { polls: { waitMs: number }[] }): number => polls[0]?.waitMs ?? 0

describe('a poll', () => {
  it('shows the validators byte for byte, and keeps them over a 304', async () => {
    const etag = 'W/"a, b\'c=="'
    const lastModified = 'Wed,  4 Mar 2026 12:00:00 gmt'
    await using world = await open(feedOf([1], { etag, 'last-modified': lastModified }))
    expect(await world.desk.poll(world.id)).toBe(1)
    world.script.says = { status: 304 }
    for (let n = 0; n < 2; n += 1) expect(await world.desk.poll(world.id)).toBe(0)
    const [first, ...later] = world.site.asked.map(({ headers }) => [
      headers['if-none-match'],
      headers['if-modified-since'],
    ])
    expect(first).toEqual([undefined, undefined])
    expect(later).toEqual([
      [etag, lastModified],
      [etag, lastModified],
    ])
    const told = await world.desk.explain(world.id)
    expect(told.polls.map(({ outcome }) => outcome)).toEqual(['not-modified', 'not-modified', 'new-entries'])
    expect(told.feed).toMatchObject({ title: 'Harbour news', entriesSeen: 1, errorCode: null, status: 'active' })
  })

  it('knows a body that is the same although no validator says so', async () => {
    await using world = await open(feedOf([1]))
    await world.desk.poll(world.id)
    await world.desk.poll(world.id)
    expect((await world.desk.explain(world.id)).polls.map(({ outcome }) => outcome)).toEqual([
      'not-modified',
      'new-entries',
    ])
  })

  it('shows the newest validators although the body under them is the same', async () => {
    await using world = await open(feedOf([1], { etag: '"1"' }))
    await world.desk.poll(world.id)
    world.script.says = feedOf([1], { etag: '"2"' })
    for (let n = 0; n < 2; n += 1) await world.desk.poll(world.id)
    expect(world.site.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"2"'])
  })

  it('heeds ttl, and remembers it when a 304 says nothing', async () => {
    await using world = await open(feedOf([1], { etag: '"1"' }, '<ttl>720</ttl>'))
    await world.desk.poll(world.id)
    world.script.says = { status: 304 }
    await world.desk.poll(world.id)
    const told = await world.desk.explain(world.id)
    expect(told.next).toMatchObject({ rule: 'ttl', wishes: { ttl: 12 * hour } })
    expect(waitOf(told)).toBeGreaterThanOrEqual(12 * hour)
  })

  it('heeds Cache-Control and Expires on 304 too', async () => {
    await using world = await open(feedOf([1], { etag: '"1"', 'cache-control': 'public, max-age=36000' }))
    await world.desk.poll(world.id)
    expect((await world.desk.explain(world.id)).next).toMatchObject({ rule: 'fresh', wishes: { fresh: 10 * hour } })
    const expires = new Date(Date.now() + 20 * hour).toUTCString()
    world.script.says = { status: 304, headers: { expires } }
    await world.desk.poll(world.id)
    const told = await world.desk.explain(world.id)
    expect(told.next?.rule).toBe('fresh')
    expect(waitOf(told)).toBeGreaterThan(19 * hour)
  })

  it.each([
    [429, '7200'],
    [503, '7200'],
    [503, new Date(Date.now() + 2.1 * hour).toUTCString()],
    [429, new Date(Date.now() + 2.1 * hour).toUTCString()],
  ])('heeds Retry-After of a %s: %s', async (status, retryAfter) => {
    await using world = await open({ status, headers: { 'retry-after': retryAfter } })
    await world.desk.poll(world.id)
    const told = await world.desk.explain(world.id)
    expect(told.next?.rule).toBe('retry-after')
    expect(told.feed).toMatchObject({ lastOutcome: 'throttled', errorCode: 'http.throttled' })
    expect(waitOf(told)).toBeGreaterThanOrEqual(1.9 * hour)
    expect(waitOf(told)).toBeLessThan(3 * hour)
  })

  it('waits a day at most, whatever Retry-After says', async () => {
    await using world = await open({ status: 429, headers: { 'retry-after': '99999999' } })
    await world.desk.poll(world.id)
    expect(waitOf(await world.desk.explain(world.id))).toBeLessThan(26 * hour)
  })

  it('of a feed with an interval of its own waits for that', async () => {
    await using world = await open(feedOf([1], {}, '<ttl>720</ttl>'))
    await world.desk.feeds.setInterval(world.id, 30 * minute)
    await world.desk.poll(world.id)
    const told = await world.desk.explain(world.id)
    expect(told.next?.rule).toBe('operator')
    expect(waitOf(told)).toBeLessThan(32 * minute)
  })
})

describe('a maintenance page', () => {
  const page = {
    status: 200,
    headers: { 'content-type': 'text/html', etag: '"page"' },
    body: '<html><title>Back soon</title></html>',
  }

  it('never takes the place of a feed', async () => {
    await using world = await open(feedOf([1], { etag: '"feed"' }))
    await world.desk.poll(world.id)
    world.script.says = page
    for (let n = 0; n < 3; n += 1) await world.desk.poll(world.id)
    const told = await world.desk.explain(world.id)
    expect(told.feed).toMatchObject({
      title: 'Harbour news',
      errorCode: 'feed.not_a_feed',
      errorsInARow: 3,
      status: 'active',
    })
    world.script.says = feedOf([1, 2], { etag: '"feed2"' })
    expect(await world.desk.poll(world.id)).toBe(1)
    expect(world.site.asked.at(-1)?.headers['if-none-match']).toBe('"feed"')
    expect((await world.desk.explain(world.id)).feed).toMatchObject({ errorCode: null, errorsInARow: 0 })
  })
})

describe('an end', () => {
  it('410 ends a feed until the operator revives it', async () => {
    await using world = await open(feedOf([1]))
    await world.desk.poll(world.id)
    world.script.says = { status: 410 }
    await world.desk.poll(world.id)
    expect((await world.desk.explain(world.id)).feed).toMatchObject({
      status: 'gone',
      nextPollAt: null,
      errorCode: 'http.gone',
    })
    await world.desk.feeds.order(world.id, 'resume')
    world.script.says = feedOf([1, 2])
    expect(await world.desk.poll(world.id)).toBe(1)
    expect((await world.desk.explain(world.id)).feed).toMatchObject({ status: 'active', errorCode: null })
  })
})

describe('a move', () => {
  /** As if the polls so far had been so much earlier. */
  async function backdate(desk: Awaited<ReturnType<typeof openPollDesk>>, id: string, ms: number): Promise<void> {
    const key = `${desk.prefix}:feed:${id}`
    const polling = JSON.parse((await desk.redis.hget(key, 'polling')) ?? '{}')
    if (polling.move !== null) polling.move.sinceMs -= ms
    await desk.redis.hset(key, 'polling', JSON.stringify(polling))
  }

  it.each([
    [301, '/new.xml'],
    [308, '/new.xml'],
    [302, '/feed.xml'],
    [307, '/feed.xml'],
  ])('announced by %s leads to %s in the end', async (status, path) => {
    await using world = await open(feedOf([1, 2]))
    await world.desk.poll(world.id)
    world.script.says = { status, headers: { location: '/new.xml' } }
    for (let n = 0; n < 5; n += 1) {
      await world.desk.poll(world.id)
      const { feed } = await world.desk.explain(world.id)
      // Several polls are not enough while they all are of one day.
      if (n < 4) expect(feed.url).toBe(`${world.site.url}/feed.xml`)
      // The document has an entry more or less each time, so that it is read.
      await world.desk.redis.hset(`${world.desk.prefix}:feed:${world.id}`, 'bodyKey', `other${n}`)
      if (n === 3) await backdate(world.desk, world.id, 49 * hour)
    }
    const told = await world.desk.explain(world.id)
    expect(told.feed.url).toBe(`${world.site.url}${path}`)
    expect(told.oldUrls).toEqual(path === '/new.xml' ? [`${world.site.url}/feed.xml`] : [])
  })
})

describe('a publisher who lies', () => {
  it('is not shown validators any more once another document came under the same ones', async () => {
    await using world = await open(feedOf([1], { etag: '"same"' }))
    await world.desk.poll(world.id)
    const key = `${world.desk.prefix}:feed:${world.id}`
    const polling = JSON.parse((await world.desk.redis.hget(key, 'polling')) ?? '{}')
    await world.desk.redis.hset(
      key,
      'polling',
      JSON.stringify({ ...polling, fullAtMs: polling.fullAtMs - 8 * 24 * hour }),
    )
    world.script.says = feedOf([1, 2], { etag: '"same"' })
    expect(await world.desk.poll(world.id)).toBe(1)
    expect(world.site.asked.at(-1)?.headers['if-none-match']).toBeUndefined()
    await world.desk.poll(world.id)
    expect(world.site.asked.at(-1)?.headers['if-none-match']).toBeUndefined()
  })
})

describe('a delivery by a hub', () => {
  it('brings its entries, keeps the validators of the last poll, and has the next one wait', async () => {
    await using world = await open(feedOf([1], { etag: '"1"' }))
    await world.desk.poll(world.id)
    expect(await world.desk.deliver(world.id, rss([1, 2]))).toBe(1)
    expect((await world.desk.explain(world.id)).polls[0]).toMatchObject({
      outcome: 'pushed',
      entriesNew: 1,
      rule: 'push',
    })
    expect(await world.desk.deliver(world.id, 'no feed')).toBe(0)
    expect((await world.desk.explain(world.id)).feed).toMatchObject({ errorsInARow: 0, lastOutcome: 'pushed' })
    world.script.says = { status: 304 }
    await world.desk.poll(world.id)
    expect(world.site.asked.at(-1)?.headers['if-none-match']).toBe('"1"')
  })
})

describe('a feed that falls silent', () => {
  it('is told of in the log, the metrics and the list, once', async () => {
    await using world = await open(feedOf([1], { etag: '"1"' }))
    await world.desk.poll(world.id)
    const key = `${world.desk.prefix}:feed:${world.id}`
    const polling = JSON.parse((await world.desk.redis.hget(key, 'polling')) ?? '{}')
    const even = (length: number, sum: number) => Array.from({ length }, () => sum / length)
    const rhythm = {
      entries: 1000,
      hours: 168,
      byHour: even(24, 1000),
      byDay: even(7, 1000),
      byTwelfth: even(12, 1000),
      found: 10,
      expected: 10,
    }
    await world.desk.redis.hset(
      key,
      'polling',
      JSON.stringify({ ...polling, rhythm, lastNewAtMs: polling.readAtMs - 5 * hour }),
    )
    world.script.says = { status: 304 }
    for (let n = 0; n < 2; n += 1) await world.desk.poll(world.id)
    expect((await world.desk.feeds.silent(5)).map(({ id }) => id)).toEqual([world.id])
    expect(world.desk.lines.filter((line) => line.startsWith('feed is silent'))).toHaveLength(1)
    expect(await world.desk.metrics.registry.metrics()).toContain('rafid_feed_silences_total 1')
    world.script.says = feedOf([1, 2])
    await world.desk.poll(world.id)
    expect(await world.desk.feeds.countSilent()).toBe(0)
  })
})
