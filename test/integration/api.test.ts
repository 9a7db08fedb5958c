import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchDrift } from '@rafid/articles'
import {
  ExtractionHistory,
  Feeds,
  ItemTrace,
  MatchFollower,
  SavedSearches,
  SearchMatches,
  StoryLog,
} from '@rafid/catalog'
import { pollFeed } from '@rafid/contracts'
import { gateway } from '@rafid/gateway/gateway.ts'
import { sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { DeadLetters, job, Queues } from '@rafid/pipeline'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { createMetrics } from '@rafid/telemetry'
import { load } from 'cheerio/slim'
import type { Hono } from 'hono'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'

let dir: string
let redis: Redis
let home: { redis: Redis; prefix: string }
let reader: ArticleReader
let app: Hono
let follower: MatchFollower
let failures: string[]
let registry: ReturnType<typeof createMetrics>['registry']
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-api-'))
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  reader = openReader(join(dir, 'index.db'))
  failures = []
  const onFailure = (error: unknown, path: string): void => void failures.push(`${path}: ${String(error)}`)
  registry = createMetrics().registry
  follower = new MatchFollower(home)
  const stores = {
    feeds: new Feeds(home),
    extraction: new ExtractionHistory(home),
    deadLetters: new DeadLetters(home),
    stories: new StoryLog(home),
    trace: new ItemTrace({ ...home, days: 7 }),
    searches: new SavedSearches(home),
    matches: new SearchMatches(home),
    follower,
    queues: new Queues(home),
  }
  app = gateway({ reader, ...stores, home, onFailure, registry, hubs: null, discover: null })
})
afterEach(async () => {
  follower.close()
  redis.disconnect()
  rmSync(dir, { recursive: true })
})

async function ask(
  path: string,
  init?: RequestInit,
): Promise<{ status: number; type: string; body: Record<string, unknown> }> {
  const response = await app.request(`/api/v1${path}`, init)
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: text === '' ? {} : JSON.parse(text),
  }
}

const post = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
})

describe('articles', () => {
  it('have everything their page shows', async () => {
    const writer = openWriter(join(dir, 'index.db'))
    const article = sampleArticle(1)
    await writer.put(article, { kind: 'original', duplicateOf: null, resemblance: null })
    await writer.close()
    const { body } = await ask(`/articles/${article.id}`)
    const fields =
      'id url title text html lang author publishedAt fetchedAt source attribution keywords image duplicates related similar story'
    for (const field of fields.split(' ')) expect(body, field).toHaveProperty(field)
    expect((await ask('/articles?limit=5')).body['articles']).toHaveLength(1)
  })

  it('that are not there answer 404 with a code', async () => {
    expect(await ask('/articles/a0')).toMatchObject({
      status: 404,
      type: 'application/problem+json',
      body: { code: 'article.unknown' },
    })
  })

  it('can be compared: why they are copies, or are not', async () => {
    const writer = openWriter(join(dir, 'index.db'))
    const original = { kind: 'original', duplicateOf: null, resemblance: null } as const
    const text = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
    const [one, other] = [sampleArticle(1, { text }), sampleArticle(2, { text: text.replace('word7 ', '') })]
    await writer.put(one, original)
    await writer.put(other, { kind: 'duplicate', duplicateOf: one.id, resemblance: 0.9, how: 'near' })
    await writer.close()
    expect((await ask(`/articles/${other.id}/compare/${one.id}`)).body).toMatchObject({
      sameCluster: true,
      judgement: { verdict: 'near', reason: 'shared-text', partings: { substitutions: 0 } },
      articles: [{ id: other.id, relation: { how: 'near' } }, { id: one.id }],
    })
    expect((await ask(`/articles/${other.id}/compare/a0`)).status).toBe(404)
  })

  it.each(['limit=0', 'limit=-1', 'limit=x', 'since=yesterdayish', 'originals=yes'])('refuse ?%s', async (query) => {
    expect(await ask(`/articles?${query}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  it('refuse a forged cursor', async () => {
    expect(await ask('/articles?cursor=zzz')).toMatchObject({ status: 422, body: { code: 'cursor.invalid' } })
  })
})

describe('feeds', () => {
  it('are added once, listed and removed', async () => {
    const first = await ask('/feeds', post('{"url":"https://news.example/rss","title":"News"}'))
    expect(first).toMatchObject({
      status: 201,
      body: { added: true, feed: { url: 'https://news.example/rss', title: 'News' } },
    })
    expect(await ask('/feeds', post('{"url":"https://news.example/rss"}'))).toMatchObject({
      status: 200,
      body: { added: false },
    })
    const { body } = await ask('/feeds')
    expect(body['total']).toBe(1)
    const [feed] = await new Feeds(home).list(1)
    expect((await ask(`/feeds/${feed?.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/feeds/${feed?.id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it.each([
    ['{"url":"file:///etc/passwd"}', 'application/json', 422, 'url.scheme'],
    ['{"url":"https://user:secret@news.example/"}', 'application/json', 422, 'url.credentials'],
    ['{"url":1}', 'application/json', 400, 'request.invalid'],
    ['{"url":"https://news.example/","proxy":"x"}', 'application/json', 400, 'request.invalid'],
    ['{', 'application/json', 400, 'request.invalid'],
    ['{"url":"https://news.example/"}', 'text/plain', 415, 'request.type'],
  ])('refuse %s as %s', async (body, type, status, code) => {
    expect(await ask('/feeds', post(body, type))).toMatchObject({ status, body: { code } })
  })
})

describe('a feed', () => {
  const add = async (): Promise<string> => {
    const { body } = await ask('/feeds', post('{"url":"https://news.example/rss","title":"News"}'))
    return (body['feed'] as { id: string }).id
  }
  const patch = (body: string): RequestInit => ({ ...post(body), method: 'PATCH' })

  it('tells when it is polled next and why', async () => {
    const id = await add()
    expect(await ask(`/feeds/${id}`)).toMatchObject({
      status: 200,
      body: { id, status: 'active', ownIntervalMs: null },
    })
    const { status, body } = await ask(`/feeds/${id}/explain`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      feed: { id },
      next: { rule: 'new', wishes: {} },
      rhythm: null,
      polls: [],
      oldUrls: [],
    })
  })

  it('is paused and resumed, has an interval of its own, and is polled at once', async () => {
    const id = await add()
    expect(await ask(`/feeds/${id}`, patch('{"paused":true}'))).toMatchObject({
      status: 200,
      body: { status: 'paused', nextPollAt: null },
    })
    expect((await ask(`/feeds/${id}/explain`)).body['next']).toBeNull()
    expect((await ask(`/feeds/${id}`, patch('{"paused":false,"intervalMs":900000}'))).body).toMatchObject({
      status: 'active',
      ownIntervalMs: 900_000,
    })
    expect((await ask(`/feeds/${id}`, patch('{"intervalMs":null}'))).body).toMatchObject({ ownIntervalMs: null })
    expect((await ask(`/feeds/${id}/poll`, post('{}'))).status).toBe(202)
    expect(await new Feeds(home).claimDue(5)).toEqual([id])
  })

  it.each([
    ['{"paused":1}', 'application/json', 400, 'request.invalid'],
    ['{"intervalMs":5}', 'application/json', 400, 'request.invalid'],
    ['{"url":"https://other.example/"}', 'application/json', 400, 'request.invalid'],
    ['{"paused":true}', 'text/plain', 415, 'request.type'],
  ])('is not changed by %s as %s', async (body, type, status, code) => {
    const init = { ...post(body, type), method: 'PATCH' }
    expect(await ask(`/feeds/${await add()}`, init)).toMatchObject({ status, body: { code } })
  })

  it('is not polled at the wish of a form of another site', async () => {
    const form = post('a=b', 'application/x-www-form-urlencoded')
    expect((await ask(`/feeds/${await add()}/poll`, form)).status).toBe(415)
  })

  it('that is not there is told of as such', async () => {
    for (const [path, init] of [
      ['/feeds/f0', undefined],
      ['/feeds/f0/explain', undefined],
      ['/feeds/f0', patch('{"paused":true}')],
      ['/feeds/f0/poll', post('{}')],
    ] as const)
      expect(await ask(path, init)).toMatchObject({ status: 404, body: { code: 'feed.unknown' } })
    expect((await app.request('/feeds/f0')).status).toBe(404)
  })

  it('that is silent is named in the API, the metrics and on the page of the feeds', async () => {
    const id = await add()
    expect(await ask('/silent-feeds')).toMatchObject({ status: 200, body: { feeds: [], total: 0 } })
    await redis
      .multi()
      .hset(`${home.prefix}:feed:${id}`, 'silentSince', 1000)
      .zadd(`${home.prefix}:feeds:silent`, 1000, id)
      .exec()
    expect((await ask('/silent-feeds')).body).toMatchObject({
      feeds: [{ id, silentSince: '1970-01-01T00:00:01.000Z' }],
      total: 1,
    })
    expect((await ask('/silent-feeds?limit=0')).status).toBe(400)
    expect(await registry.metrics()).toContain('rafid_feeds_silent 1')
    const page = load(await (await app.request('/feeds', { headers: { 'accept-language': 'en' } })).text())
    expect(page('.silent li').text()).toContain('Silent against its rhythm')
    expect(page('.silent a').attr('href')).toBe(`/feeds/${id}`)
  })
})

it('names the sites whose extraction has drifted, in the API and on the page of the feeds', async () => {
  expect(await ask('/drift')).toMatchObject({ status: 200, body: { sites: [] } })
  expect((await ask('/drift?limit=0')).status).toBe(400)
  const history = new ExtractionHistory(home)
  const pages = Array.from({ length: 60 }, (_, n) => ({ text: 'a'.repeat(n < 50 ? 3_000 : 600), confidence: 0.9 }))
  for (const page of pages) await history.update('harbour.example', (state) => watchDrift(state, page, new Date(0)))
  const site = { site: 'harbour.example', since: '1970-01-01T00:00:00.000Z', changes: ['shorter'], lengthRatio: 0.2 }
  expect((await ask('/drift')).body['sites']).toMatchObject([site])
  const linesIn = async (language: string) => {
    const response = await app.request('/feeds', { headers: { 'accept-language': language } })
    return load(await response.text())('.drifts li')
      .text()
      .replaceAll(/\s+/g, ' ')
      .trim()
  }
  expect(await linesIn('en')).toBe(
    'Extraction has changed for harbour.example (1 January 1970): texts are shorter by 80%',
  )
  expect(await linesIn('ar')).toContain('النصوص أقصر بنسبة')
})

it('tells what waits, and every address it does not know answers as the API', async () => {
  await new Queues(home).add([job(pollFeed, { feedId: 'f1' })], { traceId: 't', startedAt: new Date(0).toISOString() })
  const { body } = await ask('/pipeline')
  expect(body['queues']).toContainEqual(
    expect.objectContaining({ name: 'poll-feed', waiting: 1, active: 0, delayed: 0, failed: 0 }),
  )
  expect((await ask('/dead-letters?stage=poll-feed')).body).toEqual({ deadLetters: [], total: 0, groups: [] })
  expect((await ask('/dead-letters?stage=nothing')).status).toBe(400)
  expect(await ask('/nothing')).toMatchObject({ status: 404, type: 'application/problem+json' })
})

it('tells the log, not the caller, why it failed', async () => {
  await reader.close()
  const answer = await ask('/articles')
  expect(answer).toMatchObject({ status: 500, body: { code: 'bug', detail: 'The server failed; its log says why.' } })
  expect(failures).toHaveLength(1)
  expect(failures[0]).toContain('/api/v1/articles')
  expect((await app.request('/')).status).toBe(500)
  expect(failures).toHaveLength(2)
})
