import { lastSight } from '@rafid/pipeline'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'
import { launchBrowser } from './launch-browser.ts'

const minuteMs = 60_000

let newsroom: Newsroom
let house: House
let browser: Browser
let lost: string
beforeAll(async () => {
  newsroom = await startNewsroom({ images: false })
  const [article] = newsroom.articles()
  if (!article) throw new Error('the newsroom has no article')
  lost = new URL(article.url).host
  const path = new RegExp(`^${RegExp.escape(new URL(article.url).pathname)}`)
  newsroom.misbehave({ kind: 'huge', host: lost, path })
  const allow = newsroom.publishers.map((publisher) => publisher.host)
  house = await startHouse({ allow, scale: { parser: 2 }, env: { RAFID_HOST_GAP_MS: '1' } })
  ;[browser] = await Promise.all([
    launchBrowser(),
    house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl)),
  ])
})
afterAll(async () => {
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
  await newsroom?.close()
})

type Opened = AsyncDisposable & { readonly page: Page; readonly errors: string[] }

/** A page that must not be loaded twice, and whatever its console complains of. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 800 }, ...options })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(`${house.url}${path}`)
  await page.evaluate(`window.__sameDocument = true`)
  return { page, errors, [Symbol.asyncDispose]: () => context.close() }
}

/** Has the watcher believe that the present minute began a minute ago: at its next look it is over. */
function endMinute(): Promise<void> {
  return house.withRedis(async (home) => {
    const before = (await lastSight(home))?.memory.minutes.length ?? 0
    await until(async () => {
      const sight = await lastSight(home)
      if (sight === null) return false
      const { minutes, minuteFrom } = sight.memory
      if (minutes.length > before) return true
      // What the watcher writes in between goes before; it is told again.
      const memory = { ...sight.memory, minuteFrom: { ...minuteFrom, atMs: sight.watched.atMs - minuteMs } }
      await home.redis.set(`${home.prefix}:watch:state`, JSON.stringify({ ...sight, memory }))
      return false
    })
  })
}

const isSame = (page: Page): Promise<unknown> => page.evaluate(`window.__sameDocument`)
const overflow = (page: Page): Promise<unknown> => page.evaluate(`document.scrollingElement.scrollWidth - innerWidth`)

it('hosts: requests and errors come in without a reload', async () => {
  await using opened = await open('/hosts')
  const { page, errors } = opened
  const row = page.locator('#hosts tbody tr', { hasText: lost })
  await row.locator('details summary', { hasText: 'The body is too large' }).waitFor()
  const requests = async (): Promise<number> => Number(await row.locator('td').nth(4).textContent())
  const before = await requests()
  await until(async () => (await requests()) > before)
  expect(await isSame(page)).toBe(true)
  await row.locator('summary').click()
  await row.getByText('body.too_large').waitFor()
  const shown = await requests()
  await until(async () => (await requests()) > shown)
  // What the operator has opened stays open while the table comes anew.
  expect(await row.locator('details').getAttribute('open')).toBe('')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(errors).toEqual([])
})

it('hosts: one is found by its name, in a page from right to left', async () => {
  await using opened = await open('/hosts?ui=ar')
  const { page } = opened
  await page.getByLabel('اسم مضيف').fill(lost)
  await page.keyboard.press('Enter')
  await page.waitForURL('**host=**')
  expect(await page.locator('#hosts tbody tr').count()).toBe(1)
  expect(await page.evaluate(`getComputedStyle(document.documentElement).direction`)).toBe('rtl')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

it('pipeline: articles, their delay and a stage that was paused elsewhere appear without a reload', async () => {
  await using opened = await open('/pipeline', { colorScheme: 'dark' })
  const { page, errors } = opened
  newsroom.publish()
  await page.locator('[data-searchable=p95]', { hasText: /\d/ }).waitFor()
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  await fetch(`${house.url}/api/v1/stages/parse-page/pause`, json)
  await page.locator('[data-stage=parse-page]', { hasText: 'Paused: it takes no new job' }).waitFor()
  await fetch(`${house.url}/api/v1/stages/parse-page/resume`, json)
  await page.locator('[data-stage=parse-page]').getByRole('button', { name: 'Pause' }).waitFor()
  expect(await isSame(page)).toBe(true)
  expect(errors).toEqual([])
})

it('pipeline: the last hour is drawn from its table, in either direction', async () => {
  for (let minute = 0; minute < 2; minute += 1) await endMinute()
  for (const ui of ['ar', 'en']) {
    await using opened = await open(`/pipeline?ui=${ui}`)
    const { page, errors } = opened
    await page.locator('.chart canvas').waitFor()
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.chart')).direction`)).toBe('ltr')
    expect(await page.locator('#hour-table tbody tr').count()).toBeGreaterThanOrEqual(2)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(errors).toEqual([])
  }
})

it('workers: a process drains when the operator says so by keyboard, and the others go on', async () => {
  await using opened = await open('/workers')
  const { page } = opened
  const ids = async (): Promise<string[]> => {
    const { workers } = await house.get<{ workers: { id: string; service: string }[] }>('/api/v1/workers')
    return workers.filter(({ service }) => service === 'parser').map(({ id }) => id)
  }
  const before = await ids()
  expect(before).toHaveLength(2)
  const row = page.locator('#workers tbody tr', { hasText: 'parser' }).first()
  expect(await row.innerText()).toMatch(/MiB/)
  await row.getByRole('link', { name: 'Drain: parser' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/drain')
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
  expect(await page.locator('[data-left]').count()).toBe(0)
  await page.getByRole('button', { name: 'Drain it now' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/workers?drained=**')
  expect(await page.getByRole('status').first().innerText()).toContain(id)
  await page.evaluate(`window.__sameDocument = true`)
  // The launcher starts another in its place.
  await until(async () => {
    const now = await ids()
    return now.length === 2 && !now.includes(id)
  })
  const { url } = newsroom.publish()
  await until(async () => (await house.articles()).some((article) => article.url === url))
  const { entries } = await house.get<{ entries: { by: string; action: string; about: string }[] }>('/api/v1/audit')
  expect(entries).toContainEqual(expect.objectContaining({ by: 'page', action: 'worker.drain', about: id }))
  expect(await isSame(page)).toBe(true)
})

it('workers: the form of another site drains nothing', async () => {
  const { workers } = await house.get<{ workers: { id: string; stages: unknown[] }[] }>('/api/v1/workers')
  const id = workers.find(({ stages }) => stages.length > 0)?.id ?? ''
  const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await fetch(`${house.url}/workers/${encodeURIComponent(id)}/drain`, foreign)).status).toBe(403)
  const unknown = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }
  expect((await fetch(`${house.url}/workers/nobody/drain`, unknown)).status).toBe(404)
})

it('a page says that it is out of date while its gateway is away, and goes on when it is back', async () => {
  await using opened = await open('/workers')
  const { page } = opened
  const first = page.locator('#workers tbody tr', { hasText: 'gateway' })
  const pid = await first.locator('td').nth(2).innerText()
  process.kill(Number(pid), 'SIGKILL')
  await page.locator('.stale:not([hidden])').waitFor()
  await page.locator('.stale[hidden]').waitFor({ state: 'attached' })
  await until(async () => {
    const pids = await page
      .locator('#workers tbody tr', { hasText: 'gateway' })
      .locator('td:nth-child(3)')
      .allInnerTexts()
    return pids.some((other) => other !== pid)
  })
  expect(await isSame(page)).toBe(true)
})
