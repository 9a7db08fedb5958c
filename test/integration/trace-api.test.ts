import { ItemTrace } from '@rafid/catalog'
import { dayOf } from '@rafid/operations'
import type { ItemState } from '@rafid/operations'
import { articleIdOf } from '@rafid/urls'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { sampleItem, sampleReport } from '../support/item-samples.ts'
import { openGateway } from '../support/open-gateway.ts'
import type { OpenGateway } from '../support/open-gateway.ts'
import { runNode } from '../support/run-node.ts'

const now = Date.now()
const today = dayOf(now)
const url = sampleItem(1).url
const articleId = articleIdOf(url)
const dead: ItemState = { phase: 'dead', stage: 'parse-page', relation: null, reason: 'content.empty' }
const added: ItemState = { phase: 'done', stage: 'index-article', relation: 'original', reason: 'added' }

let gateway: OpenGateway
beforeEach(async () => {
  gateway = await openGateway(inject('redisUrl'), [])
  const trace = new ItemTrace({ ...gateway.home, days: 7 })
  const took = {
    stage: 'parse-page',
    atMs: now + 1_500,
    waitedMs: 20,
    tookMs: 80,
    attempt: 2,
    worker: 'quay:12',
    times: 1,
  }
  const found = { startedAtMs: now, articleIds: [articleId], articleId }
  await trace.record([
    sampleReport(1, added, { ...found, event: { ...took, outcome: 'extracted', code: null } }),
    sampleReport(2, dead, { startedAtMs: now, event: { ...took, outcome: 'dead', code: 'content.empty' } }),
  ])
  await trace.recordSeen({ key: 'k', feedId: 'f1', startedAtMs: now, byHost: { 'host1.example': { known: 4 } } })
})
afterEach(() => gateway[Symbol.asyncDispose]())

async function ask(path: string) {
  const response = await gateway.app.request(path)
  return { status: response.status, text: await response.text() }
}
async function json(path: string) {
  const { status, text } = await ask(`/api/v1${path}`)
  return { status, body: JSON.parse(text) as Record<string, unknown> }
}
const cli = async (...args: string[]) => {
  const prefix = gateway.home.prefix.slice(1, -1)
  const run = runNode('services/cli/main.ts', args, { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix })
  return { code: await run.exited, text: run.lines.join('\n') }
}

it('answers the way of an article by its address or id', async () => {
  for (const q of [url, articleId, sampleItem(1).id]) {
    const { body } = await json(`/trace?q=${encodeURIComponent(q)}`)
    expect(body).toMatchObject({
      items: [{ ...sampleItem(1), state: added, articleId, events: [{ worker: 'quay:12' }] }],
    })
  }
  expect((await json('/trace?q=https://host9.example/')).body).toEqual({ items: [] })
  expect(await json('/trace?q=ftp://host9.example/')).toMatchObject({ status: 422, body: { code: 'url.scheme' } })
  expect((await json('/trace')).status).toBe(400)
})

it('answers the funnel of today, of a feed and of a host, and refuses what is none', async () => {
  const { body } = await json('/funnel')
  expect(body).toMatchObject({ day: today, items: { originals: 1, dead: 1 } })
  expect((body['steps'] as { count: number }[]).map(({ count }) => count)).toEqual([6, 2, 2, 1, 1, 1])
  expect((await json('/funnel?host=HOST1.example')).body).toMatchObject({ host: 'host1.example', items: { dead: 0 } })
  expect((await json('/funnel?day=2001-01-01&feed=f0123456789abcdef')).body).toMatchObject({ items: { originals: 0 } })
  expect((await json('/funnel?day=2026-02-30')).status).toBe(400)
  expect(await json('/funnel?feed=f0123456789abcdef&host=a')).toMatchObject({ status: 422 })
  expect(await json('/funnel?feed=https://no.example/rss')).toMatchObject({ body: { code: 'feed.unknown' } })
})

it.each(['ar', 'en'])('shows both pages in %s', async (ui) => {
  const trace = await ask(`/trace?ui=${ui}&q=${encodeURIComponent(url)}`)
  expect(trace.text).toContain(`href="/articles/${articleId}"`)
  expect(trace.text).toContain('quay:12')
  const lost = await ask(`/trace?ui=${ui}&q=${sampleItem(2).id}`)
  expect(lost.text).toContain(`href="/dead-letters?item=${sampleItem(2).id}"`)
  const funnel = await ask(`/funnel?ui=${ui}`)
  expect(funnel.text).toContain('href="/dead-letters?stage=parse-page&amp;code=content.empty"')
  expect(funnel.text).toMatch(/<strong data-count="seen">6<\/strong>/)
  for (const path of ['/trace', '/trace?q=x%20y', '/funnel?day=2001-01-01', '/funnel?fragment=1']) {
    expect((await ask(`${path}${path.includes('?') ? '&' : '?'}ui=${ui}`)).text).not.toContain('undefined')
  }
  expect((await ask('/trace?q=ftp://a.example/')).status).toBe(422)
})

it('says the same on the command line', { timeout: 120_000 }, async () => {
  const way = await cli('trace', url)
  expect(way.text).toContain('done index-article original added')
  expect(way.text).toMatch(/^parse-page +1500 ms +20 ms +80 ms +extracted +2 +quay:12$/m)
  expect((await cli('trace', 'https://host9.example/')).text).toContain('There is no trace of it')
  const funnel = await cli('funnel')
  expect(funnel.text).toMatch(/^seen +6$/m)
  expect(funnel.text).toContain('1 dead parse-page content.empty')
  const { text } = await cli('--json', 'funnel', '--host', 'host1.example', '--day', today)
  expect(JSON.parse(text)).toMatchObject({ day: today, host: 'host1.example', items: { originals: 1, dead: 0 } })
  expect((await cli('funnel', '--day', 'yesterday')).code).not.toBe(0)
  expect((await cli('funnel', '--feed', 'f0123456789abcdef', '--host', 'a')).code).toBe(1)
})
