import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExtractionHistory, Feeds, StoryLog } from '@rafid/catalog'
import { gateway } from '@rafid/gateway/gateway.ts'
import { copyOf, original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { DeadLetters, Queues } from '@rafid/pipeline'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { createMetrics } from '@rafid/telemetry'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

/** Each is asked of the page and of the API. */
const queriesMax = Number(process.env['RAFID_TEST_QUERIES'] ?? 1_000)

let dir: string
let redis: Redis
let reader: ArticleReader
let app: Hono
const failures: string[] = []

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-queries-'))
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  const writer = openWriter(join(dir, 'index.db'))
  for (let n = 1; n <= 60; n += 1) await writer.put(sampleArticle(n), n % 10 === 0 ? copyOf(n - 1) : original)
  const arabic = { title: 'إعادة فتح مكتبة المرفأ', text: 'عادت مكتبةُ المرفأ إلى العمل أمس.', lang: 'ar' }
  await writer.put(sampleArticle(70, arabic), original)
  await writer.close()
  reader = openReader(join(dir, 'index.db'))
  const stores = {
    feeds: new Feeds(home),
    extraction: new ExtractionHistory(home),
    deadLetters: new DeadLetters(home),
    stories: new StoryLog(home),
    queues: new Queues(home),
  }
  const onFailure = (error: unknown, path: string): void => void failures.push(`${path}: ${String(error)}`)
  const { registry } = createMetrics()
  app = gateway({ reader, ...stores, home, onFailure, registry, hubs: null, discover: null })
})
afterAll(async () => {
  redis.disconnect()
  await reader.close()
  rmSync(dir, { recursive: true })
})

const pieces =
  'harbour berth مرفأ مكتبة 東京 econom* * AND OR NOT NEAR - | ( ) " « » “ : ^ + { } \\ % _ \' ; -- /* source: lang:ar مصدر: tag:"a b" story:s1 is:original after:yesterday before:2026-01-31 on:أمس after: title:x body:y \u0000 \u200f \u202e \ud800 \ufffe <script> &amp; %00 ../ 0x1 9999999999999999999 🙂'.split(
    ' ',
  )
const hostileQuery = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
)

describe('whatever is searched for', () => {
  it('is answered, by the page and by the API', async () => {
    await fc.assert(
      fc.asyncProperty(hostileQuery, async (typed) => {
        const asked = new URLSearchParams({ q: typed }).toString()
        const answers = [await app.request(`/search?${asked}`), await app.request(`/api/v1/search?facets=1&${asked}`)]
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        for (const answer of answers) await answer.text()
      }),
      { numRuns: queriesMax },
    )
    expect(failures).toEqual([])
  })

  it('is answered when it is as long as an address can be', async () => {
    for (const piece of ['a', '"', '(', 'a OR ', 'م*', '-', 'source:"'])
      expect((await app.request(`/search?q=${encodeURIComponent(piece.repeat(3_000))}`)).status).toBe(200)
  })
})

describe('the API of the search', () => {
  const ask = async (query: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await app.request(`/api/v1/search?${query}`)
    return { status: response.status, body: JSON.parse(await response.text()) }
  }

  it('answers with a page, its total and what was forgiven', async () => {
    const { body } = await ask(new URLSearchParams({ q: '"berth after:soon', limit: '5' }).toString())
    expect(body['articles']).toHaveLength(5)
    expect(body).toMatchObject({
      totalIsExact: expect.any(Boolean),
      didYouMean: null,
      remarks: [
        { code: 'unclosed-quote', piece: '"berth after:soon' },
        { code: 'unknown-date', piece: 'after:soon' },
      ],
    })
    expect(body['total']).toBeGreaterThanOrEqual(5)
    expect(body).not.toHaveProperty('facets')
    const next = await ask(
      new URLSearchParams({ q: 'berth', limit: '5', cursor: String(body['nextCursor']) }).toString(),
    )
    expect(next.body['articles']).toHaveLength(5)
    expect(next.body['articles']).not.toEqual(body['articles'])
  })

  it('counts facets when it is asked to', async () => {
    expect((await ask('q=berth&facets=1')).body['facets']).toMatchObject({
      lang: expect.any(Array),
      day: expect.any(Array),
    })
  })

  it('finds nothing where there is nothing to search for', async () => {
    expect((await ask(`q=${encodeURIComponent('؟!')}`)).body).toMatchObject({
      articles: [],
      total: 0,
      remarks: [{ code: 'no-words' }],
    })
  })

  it.each(['order=sideways', 'collapse=all', 'facets=yes', 'limit=0', 'since=x', 'originals=2'])(
    'refuses %s',
    async (bad) => {
      expect(await ask(`q=x&${bad}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
    },
  )

  it('refuses a forged cursor', async () => {
    expect(await ask('q=x&cursor=zzz')).toMatchObject({ status: 422, body: { code: 'cursor.invalid' } })
  })
})
