import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MatchFollower, Politeness, SavedSearches, SearchMatches } from '@rafid/catalog'
import { deliverAlert } from '@rafid/contracts'
import type { Article, Relation, SearchMatch } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { copyOf, original, sampleArticle, sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { createHttpClient } from '@rafid/http'
import { bind, Queues } from '@rafid/pipeline'
import { openWriter } from '@rafid/search'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { deliverAlertStage } from '../../services/fetcher/deliver-alert-stage.ts'
import { indexArticleStage } from '../../services/indexer/index-article-stage.ts'
import { SearchAlerts } from '../../services/indexer/search-alerts.ts'
import { startCountingServer } from '../support/start-counting-server.ts'
import { until } from '../support/until.ts'

/** After every search of these tests was saved. */
const fetchedAt = '2100-01-01T00:00:00.000Z'

let stack: AsyncDisposableStack
let home: { redis: Redis; prefix: string }
let searches: SavedSearches
let matches: SearchMatches
let queues: Queues
let now: Date
let index: (article: Article, relation?: Relation) => Promise<string>
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  now = new Date()
  const redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const dir = await mkdtemp(join(tmpdir(), 'rafid-alerts-'))
  stack.defer(() => rm(dir, { recursive: true }))
  searches = new SavedSearches(home)
  matches = new SearchMatches(home)
  queues = new Queues(home)
  stack.defer(() => queues.close())
  const documents = new FileDocuments(dir)
  const writer = openWriter(join(dir, 'index.db'))
  stack.defer(() => writer.close())
  const alerts = new SearchAlerts({ searches, matches, queues, clock: () => now })
  const stage = bind(indexArticleStage, {
    documents,
    index: writer,
    alerts,
    observeLatency: () => {},
    observePublished: () => {},
  })
  index = async (article, relation = original) => {
    const document = await documents.putJson(article)
    return (await stage.run({ articleId: article.id, document, relation }, context())).outcome
  }
})
afterEach(() => stack.disposeAsync())

const context = () => ({
  jobKey: 'k',
  attempt: 1,
  traceId: 't',
  startedAt: new Date(),
  signal: new AbortController().signal,
})
const save = async (query: string, webhook: string | null = null): Promise<string> =>
  (await searches.add({ name: query, query, webhook })).search.id
const article = (n: number, over: Partial<Article> = {}): Article => sampleArticle(n, { fetchedAt, ...over })
const idsOf = (found: readonly SearchMatch[]): string[] => found.map(({ articleId }) => articleId)

describe('saved searches', () => {
  it('are saved once, listed in their order, and forgotten with their matches', async () => {
    const first = await searches.add({ name: 'Quays', query: 'quay', webhook: null })
    const second = await searches.add({ name: 'Ports', query: 'port', webhook: null })
    expect(first.search).toMatchObject({ name: 'Quays', query: 'quay', webhook: null })
    expect(await searches.add({ name: 'Other name', query: 'quay', webhook: null })).toEqual({ ...first, added: false })
    expect(await searches.list()).toEqual([first.search, second.search])
    const version = await searches.version()
    await matches.record({ ...about, articleId: 'a1' }, [first.search.id])
    expect(await searches.remove(first.search.id)).toBe(true)
    expect(await searches.remove(first.search.id)).toBe(false)
    expect(await searches.version()).toBeGreaterThan(version)
    expect(await searches.get(first.search.id)).toBeNull()
    expect(await matches.newest(first.search.id, 10)).toEqual([])
    expect(await matches.record({ ...about, articleId: 'a2' }, [first.search.id]), 'gone').toEqual([])
    expect(await home.redis.keys(`${home.prefix}:searches:*${first.search.id}*`)).toEqual([])
  })

  it('of a shape that is not known count as none', async () => {
    await home.redis.hset(`${home.prefix}:searches`, 'q1', '{"id":1}')
    expect(await searches.list()).toEqual([])
    expect(await searches.get('q1')).toBeNull()
  })
})

const about = { title: 't', url: 'https://publisher.example/', source: 's', lang: null, publishedAt: null }

describe('matches of a search', () => {
  it('are kept in their order, the newest of them, and read from either end', async () => {
    const id = await save('quay')
    const told: string[] = []
    for (let n = 0; n < 520; n += 1) {
      const [match] = await matches.record({ ...about, articleId: `a${n}` }, [id])
      told.push(match?.matchId ?? '')
    }
    expect(told.map(Number)).toEqual(told.map(Number).toSorted((one, other) => one - other))
    expect(new Set(told).size).toBe(520)
    const newest = await matches.newest(id, 1_000)
    expect(newest).toHaveLength(500)
    expect(idsOf(await matches.newest(id, 2))).toEqual(['a519', 'a518'])
    expect(idsOf(await matches.newest(id, 1, told[518]))).toEqual(['a517'])
    expect(idsOf(await matches.after(id, told[516] ?? '', 2))).toEqual(['a517', 'a518'])
    expect((await matches.get(id, told[519] ?? ''))?.articleId).toBe('a519')
    expect(await matches.get(id, told[0] ?? ''), 'pushed out').toBeNull()
    expect(await matches.record({ ...about, articleId: 'a0' }, [id]), 'still known').toEqual([
      { searchId: id, matchId: told[0] },
    ])
    expect(await home.redis.ttl(`${home.prefix}:searches:matches:${id}`)).toBeGreaterThan(0)
  })
})

describe('the indexer', () => {
  it('tells the searches that a new original answers, once for three deliveries', async () => {
    const [quay, port, arabic] = [await save('berth 1'), await save('airport'), await save('مصدر:quay is:original')]
    expect(await Promise.all([index(article(1)), index(article(1)), index(article(1))])).toContain('added')
    expect(idsOf(await matches.newest(quay, 10))).toEqual([sampleId(1)])
    expect(idsOf(await matches.newest(port, 10))).toEqual([])
    expect(await matches.newest(arabic, 10)).toMatchObject([
      { articleId: sampleId(1), title: 'Harbour opens berth 1', source: 'Quay Gazette', lang: 'en' },
    ])
  })

  it('tells of no copy, of no later version, and of nothing that was fetched before the search was saved', async () => {
    const id = await save('berth')
    await index(article(2), copyOf(1))
    await index(article(3, { fetchedAt: '2026-01-01T00:00:00.000Z' }))
    expect(await matches.newest(id, 10)).toEqual([])
    await index(article(4, { title: 'x', text: 'y' }))
    await index(article(4, { fetchedAt: '2100-01-02T00:00:00.000Z' }))
    expect(await matches.newest(id, 10)).toEqual([])
  })

  it('tells what a worker that died between the index and its note has left untold', async () => {
    const id = await save('berth')
    const record = matches.record.bind(matches)
    matches.record = () => Promise.reject(new Error('died'))
    await expect(index(article(5))).rejects.toThrow('died')
    matches.record = record
    expect(await index(article(5))).toBe('stale')
    expect(idsOf(await matches.newest(id, 10))).toEqual([sampleId(5)])
  })

  it('means another day by «yesterday» every day', async () => {
    const id = await save('on:yesterday berth')
    const published = (n: number, day: string): Article =>
      article(n, { publishedAt: `${day}T12:00:00.000Z`, fetchedAt: '2100-02-01T00:00:00.000Z' })
    now = new Date('2100-01-02T08:00:00Z')
    await index(published(1, '2100-01-01'))
    await index(published(2, '2100-01-04'))
    now = new Date('2100-01-05T08:00:00Z')
    await index(published(3, '2100-01-01'))
    await index(published(4, '2100-01-04'))
    expect(idsOf(await matches.newest(id, 10))).toEqual([sampleId(4), sampleId(1)])
  })

  it('knows of a search as soon as it is saved, and of its end', async () => {
    await index(article(6))
    const id = await save('berth')
    await index(article(7))
    expect(idsOf(await matches.newest(id, 10))).toEqual([sampleId(7)])
    await searches.remove(id)
    await index(article(8))
    expect(await matches.newest(id, 10)).toEqual([])
  })
})

describe('who follows a search', () => {
  it('gets what was missed and what comes, in order, each once', async () => {
    const id = await save('berth')
    const follower = new MatchFollower(home)
    stack.defer(() => follower.close())
    await index(article(1))
    await index(article(2))
    const [missed] = (await matches.newest(id, 10)).slice(-1)
    const stop = new AbortController()
    const seen = follower.follow(id, missed?.id ?? '', stop.signal)
    expect((await seen.next()).value?.articleId).toBe(sampleId(2))
    const fresh = follower.follow(id, null, stop.signal)
    const [next, nextFresh] = [seen.next(), fresh.next()]
    await until(async () => Number((await home.redis.pubsub('NUMSUB', `${home.prefix}:searches:matched`))[1]) === 1)
    await index(article(3))
    expect((await next).value?.articleId).toBe(sampleId(3))
    expect((await nextFresh).value?.articleId).toBe(sampleId(3))
    const end = [seen.next(), fresh.next()]
    stop.abort()
    expect((await Promise.all(end)).map(({ done, value }) => [done, value ?? null])).toEqual([
      [false, null],
      [false, null],
    ])
    expect((await seen.next()).done).toBe(true)
  })

  it('is told when the search is gone', async () => {
    const id = await save('berth')
    const follower = new MatchFollower(home)
    stack.defer(() => follower.close())
    const end = follower.follow(id, null, new AbortController().signal).next()
    await until(async () => Number((await home.redis.pubsub('NUMSUB', `${home.prefix}:searches:matched`))[1]) === 1)
    await searches.remove(id)
    expect((await end).done).toBe(true)
  })
})

describe('a webhook', () => {
  it('is told of each match once, and again only while it does not answer', async () => {
    const statuses = [500, 204]
    const bodies: unknown[] = []
    const server = await startCountingServer(async (request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      await once(request, 'end')
      bodies.push(JSON.parse(Buffer.concat(parts).toString()))
      response.writeHead(statuses.shift() ?? 410).end()
    })
    stack.defer(() => server.close())
    const http = createHttpClient({ allow: [{ host: '127.0.0.1', port: Number(server.host.split(':')[1]) }] })
    stack.defer(() => http.close())
    const deps = { searches, matches, http, politeness: new Politeness(home), hostGapMs: 0 }
    const stage = bind(deliverAlertStage, deps)
    const id = await save('berth', `${server.origin}/hook`)
    await save('berth')
    for (let n = 0; n < 3; n += 1) await index(article(1))
    const waiting = await queues.queue(deliverAlert.name).getWaiting(0, 9)
    expect(waiting.map(({ data }) => data.payload)).toEqual([{ searchId: id, matchId: expect.any(String) }])
    const payload = waiting[0]?.data.payload
    await expect(stage.run(payload, context())).rejects.toMatchObject({ code: 'http.status' })
    expect((await stage.run(payload, context())).outcome).toBe('delivered')
    expect((await stage.run(payload, context())).outcome).toBe('known')
    expect(server.visits).toHaveLength(2)
    expect(bodies[1]).toMatchObject({
      search: { id, name: 'berth', query: 'berth' },
      match: { id: payload.matchId, articleId: sampleId(1), title: 'Harbour opens berth 1' },
    })
    await searches.remove(id)
    expect((await stage.run(payload, context())).outcome).toBe('gone')
  })

  it('inside the house is not reached', async () => {
    const http = createHttpClient()
    stack.defer(() => http.close())
    const stage = bind(deliverAlertStage, { searches, matches, http, politeness: new Politeness(home), hostGapMs: 0 })
    const id = await save('berth', 'http://127.0.0.1/hook')
    const [match] = await matches.record({ ...about, articleId: 'a1' }, [id])
    await expect(stage.run(match, context())).rejects.toMatchObject({ code: expect.stringMatching(/^(?:url|net)\./) })
  })
})
