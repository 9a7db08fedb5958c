import { serve } from '@hono/node-server'
import type { SavedSearches, SearchMatches } from '@rafid/catalog'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { load } from 'cheerio/slim'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openGateway } from '../support/open-gateway.ts'
import type { OpenGateway } from '../support/open-gateway.ts'
import { until } from '../support/until.ts'

let gateway: OpenGateway
let app: Hono
let searches: SavedSearches
let matches: SearchMatches
beforeEach(async () => {
  gateway = await openGateway(inject('redisUrl'), [[sampleArticle(1), original]])
  app = gateway.app
  searches = gateway.stores.searches
  matches = gateway.stores.matches
})
afterEach(() => gateway[Symbol.asyncDispose]())

type Answer = { readonly status: number; readonly body: Record<string, unknown> }

async function ask(path: string, init?: RequestInit): Promise<Answer> {
  const response = await app.request(`/api/v1${path}`, init)
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

const post = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
})
const save = async (query: string): Promise<string> =>
  (await searches.add({ name: query, query, webhook: null })).search.id
const match = (articleId: string) => ({
  articleId,
  title: `Berth ${articleId}`,
  url: 'https://publisher.example/',
  source: 'Quay Gazette',
  lang: 'en',
  publishedAt: null,
})

describe('saved searches in the API', () => {
  it('are saved, listed, shown and removed', async () => {
    const first = await ask('/searches', post('{"query":" berth ","webhook":"https://hooks.example/a b"}'))
    expect(first).toMatchObject({
      status: 201,
      body: { added: true, search: { query: 'berth', name: 'berth', webhook: 'https://hooks.example/a%20b' } },
    })
    const { id } = first.body['search'] as { id: string }
    expect(
      await ask('/searches', post('{"query":"berth","name":"x","webhook":"https://hooks.example/a b"}')),
    ).toMatchObject({ status: 200, body: { added: false, search: { id, name: 'berth' } } })
    expect((await ask('/searches')).body).toEqual({ searches: [first.body['search']] })
    expect((await ask(`/searches/${id}`)).body).toEqual(first.body['search'])
    expect((await ask(`/searches/${id}`, { method: 'DELETE' })).status).toBe(204)
    for (const path of [`/searches/${id}`, `/searches/${id}/matches`, `/searches/${id}/stream`])
      expect(await ask(path)).toMatchObject({ status: 404, body: { code: 'search.unknown' } })
    expect((await ask(`/searches/${id}`, { method: 'DELETE' })).status).toBe(404)
  })

  it.each([
    ['{"query":"  "}', 422, 'query.empty'],
    ['{"query":"؟!"}', 422, 'query.empty'],
    [`{"query":"${'x '.repeat(600)}"}`, 422, 'query.too_long'],
    ['{"query":"x","webhook":"file:///etc/passwd"}', 422, 'url.scheme'],
    ['{"query":"x","interval":1}', 400, 'request.invalid'],
    ['{"name":"x"}', 400, 'request.invalid'],
    ['{', 400, 'request.invalid'],
  ])('refuse %s', async (body, status, code) => {
    expect(await ask('/searches', post(body))).toMatchObject({ status, body: { code } })
    expect(await ask('/searches', post(body, 'text/plain'))).toMatchObject({ status: 415 })
  })

  it('tell their matches page by page, the newest first', async () => {
    const id = await save('berth')
    for (const n of [1, 2, 3]) await matches.record(match(`a${n}`), [id])
    const first = await ask(`/searches/${id}/matches?limit=2`)
    expect(first.body['matches']).toMatchObject([{ articleId: 'a3', title: 'Berth a3' }, { articleId: 'a2' }])
    const second = await ask(`/searches/${id}/matches?limit=2&cursor=${String(first.body['nextCursor'])}`)
    expect(second.body).toMatchObject({ matches: [{ articleId: 'a1' }], nextCursor: null })
    expect((await ask(`/searches/${id}/matches?cursor=x`)).status).toBe(400)
  })
})

describe('the stream of a saved search', () => {
  it('tells what was missed and what comes, as events with ids', async () => {
    const id = await save('berth')
    const [before] = await matches.record(match('a1'), [id])
    await matches.record(match('a2'), [id])
    await using stack = new AsyncDisposableStack()
    const listening = Promise.withResolvers<number>()
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => listening.resolve(info.port))
    stack.defer(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const stop = new AbortController()
    const url = `http://127.0.0.1:${await listening.promise}/api/v1/searches/${id}/stream`
    const response = await fetch(url, { headers: { 'last-event-id': before?.matchId ?? '' }, signal: stop.signal })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    let told = ''
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const part of response.body ?? []) told += decoder.decode(part, { stream: true })
    })()
    const read = reading.catch((error: unknown) => error)
    await until(async () => told.includes('a2'))
    const [last] = await matches.record(match('a3'), [id])
    await until(async () => told.includes('a3'))
    expect(told).toContain(`event: match\ndata: {"title":"Berth a3"`)
    expect(told).toContain(`id: ${last?.matchId}\n`)
    expect(told).not.toContain('Berth a1')
    stop.abort()
    expect(await read).toMatchObject({ name: 'AbortError' })
  })
})

describe('the pages of saved searches', () => {
  const page = async (path: string, init: RequestInit = {}) => {
    const headers = { 'accept-language': 'en', ...(init.headers as Record<string, string>) }
    const response = await app.request(path, { ...init, headers })
    return { response, $: load(await response.text()) }
  }
  const form = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin' },
  })

  it('save what the search page leads to, list it, and remove it', async () => {
    const found = await page('/search?q=berth+lang%3Aen')
    const link = found.$('.aside a').first().attr('href') ?? ''
    const prepared = await page(link)
    expect(prepared.$('.add [name=query]').attr('value')).toBe('berth lang:en')
    const saved = await page('/searches', form({ query: 'berth lang:en', name: 'Berths' }))
    expect(saved.response.status).toBe(303)
    const list = await page(saved.response.headers.get('location') ?? '')
    expect(list.$('.notice').text()).toContain('Berths')
    const [search] = await searches.list()
    expect(list.$(`a[href="/searches/${search?.id}"]`).text()).toBe('Berths')
    expect(list.response.headers.get('referrer-policy')).toBe('same-origin')
    expect((await page(`/searches/${search?.id}/delete`, form({}))).response.status).toBe(303)
    expect(await searches.list()).toEqual([])
  })

  it('show matches as they come, in a part that is fetched anew', async () => {
    const id = await save('berth')
    expect((await page(`/searches/${id}`)).$('.empty').text()).toBe('Nothing new has answered it yet.')
    await matches.record(match('a1'), [id])
    const { $ } = await page(`/searches/${id}`)
    expect($('.beside li a').first().text()).toBe('Berth a1')
    const fragment = await page($('[data-refresh]').attr('data-refresh') ?? '')
    expect(fragment.$('.beside li').length).toBe(1)
    expect(fragment.$('.bar').length).toBe(0)
    expect((await page('/searches/q0')).response.status).toBe(404)
  })

  it('refuse an empty query with a reason and what was typed, and the forms of other sites', async () => {
    const refused = await page('/searches', form({ query: '؟!', name: 'Mine' }))
    expect(refused.response.status).toBe(422)
    expect(refused.$('.refusal').text()).toBe('There is nothing to search for in this.')
    expect(refused.$('[name=name]').attr('value')).toBe('Mine')
    const id = await save('berth')
    for (const path of ['/searches', `/searches/${id}/delete`]) {
      const foreign = { ...form({ query: 'x' }), headers: { 'sec-fetch-site': 'cross-site' } }
      expect((await page(path, foreign)).response.status).toBe(403)
    }
    expect(await searches.list()).toHaveLength(1)
  })
})
