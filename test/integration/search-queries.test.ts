import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hostileQuery } from '../support/hostile-query.ts'
import { openGateway } from '../support/open-gateway.ts'
import type { OpenGateway } from '../support/open-gateway.ts'

/** Each is asked of the page and of the API. */
const queriesMax = Number(process.env['RAFID_TEST_QUERIES'] ?? 1_000)

let gateway: OpenGateway
let app: Hono

beforeAll(async () => {
  const berths = Array.from({ length: 60 }, (_, n) => sampleArticle(n + 1))
  const arabic = { title: 'إعادة فتح مكتبة المرفأ', text: 'عادت مكتبةُ المرفأ إلى العمل أمس.', lang: 'ar' }
  gateway = await openGateway(
    inject('redisUrl'),
    [...berths, sampleArticle(70, arabic)].map((article) => [article, original]),
  )
  app = gateway.app
})
afterAll(() => gateway[Symbol.asyncDispose]())

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
    expect(gateway.failures).toEqual([])
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
