import { AuditLog } from '@rafid/pipeline'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { openGateway } from '../support/open-gateway.ts'
import type { OpenGateway } from '../support/open-gateway.ts'
import { recordedPoll } from '../support/recorded-poll.ts'

let gateway: OpenGateway
let id: string
beforeEach(async () => {
  gateway = await openGateway(inject('redisUrl'), [])
  const { feeds } = gateway.stores
  id = (await feeds.add({ url: 'https://news.example/rss', title: 'News & more', siteUrl: null })).id
  await feeds.record(id, await recordedPoll(gateway.home.redis, 3_600_000))
})
afterEach(() => gateway[Symbol.asyncDispose]())

async function ask(method: string, path: string, body?: string, type = 'application/json') {
  const init = body === undefined ? { method } : { method, body, headers: { 'content-type': type } }
  const response = await gateway.app.request(`/api/v1${path}`, init)
  const text = await response.text()
  return { status: response.status, text, body: (text.startsWith('{') ? JSON.parse(text) : null) as unknown }
}
const actions = async (): Promise<string[]> =>
  (await new AuditLog(gateway.home).list(20)).map(({ by, action, count }) => `${by} ${action} ${count}`)

it('gives all feeds as OPML, and takes a list of them', async () => {
  const exported = await ask('GET', '/feeds.opml')
  expect(exported.text).toContain('text="News &amp; more" xmlUrl="https://news.example/rss"')
  const list = `<opml><body><outline xmlUrl="https://a.example/rss"/><outline xmlUrl="https://news.example/rss"/>
    <outline xmlUrl="ftp://no.example/rss"/></body></opml>`
  expect(await ask('POST', '/feeds.opml', list, 'text/x-opml')).toMatchObject({
    status: 200,
    body: { added: 1, known: 1, problems: [expect.stringContaining('ftp://no.example/rss')] },
  })
  expect(await ask('POST', '/feeds.opml', '<html>', 'text/xml')).toMatchObject({
    status: 422,
    body: { code: 'opml.invalid' },
  })
  expect(await gateway.stores.feeds.count()).toBe(2)
  expect(await actions()).toEqual(['api feed.import 1'])
})

it('takes no list from a form of another site', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    expect((await ask('POST', '/feeds.opml', 'https://evil.example/rss', type)).status).toBe(415)
  }
  expect(await gateway.stores.feeds.count()).toBe(1)
})

it('brings a removed feed back as it was, once', async () => {
  const before = (await ask('GET', `/feeds/${id}/explain`)).body
  expect((await ask('DELETE', `/feeds/${id}`)).status).toBe(204)
  expect((await ask('GET', '/removed-feeds')).body).toMatchObject({ feeds: [{ id, title: 'News & more' }] })
  expect((await ask('POST', `/feeds/${id}/restore`, '', 'text/plain')).status).toBe(415)
  expect((await ask('POST', `/feeds/${id}/restore`, '{}')).status).toBe(200)
  expect((await ask('GET', `/feeds/${id}/explain`)).body).toEqual(before)
  expect((await ask('POST', `/feeds/${id}/restore`, '{}')).status).toBe(404)
  await ask('DELETE', `/feeds/${id}`)
  await gateway.stores.feeds.add({ url: 'https://news.example/rss', title: null, siteUrl: null })
  expect(await ask('POST', `/feeds/${id}/restore`, '{}')).toMatchObject({ status: 409, body: { code: 'feed.known' } })
  expect(await actions()).toEqual(['api feed.remove 1', 'api feed.restore 1', 'api feed.remove 1'])
})

it('undoes a pause, and writes down all that is done to a feed', async () => {
  const before = (await ask('GET', `/feeds/${id}`)).body
  expect((await ask('PATCH', `/feeds/${id}`, '{"paused": true}')).body).toMatchObject({ status: 'paused' })
  expect((await ask('POST', `/feeds/${id}/unpause`, '{}')).body).toEqual(before)
  await ask('PATCH', `/feeds/${id}`, '{"paused": false, "intervalMs": 900000}')
  await ask('POST', `/feeds/${id}/poll`, '{}')
  await ask('POST', '/feeds', '{"url": "https://b.example/rss"}')
  expect((await actions()).toReversed()).toEqual([
    'api feed.pause 1',
    'api feed.unpause 1',
    'api feed.interval 1',
    'api feed.resume 1',
    'api feed.poll 1',
    'api feed.add 1',
  ])
})
