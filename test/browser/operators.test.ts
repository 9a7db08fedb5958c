import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'
import { launchBrowser } from './launch-browser.ts'

let newsroom: Newsroom
let house: House
let browser: Browser
let mend: () => void
let lostUrl: string
beforeAll(async () => {
  newsroom = await startNewsroom({ images: false })
  const lost = newsroom.articles()[0]
  if (!lost) throw new Error('the newsroom has no article')
  lostUrl = lost.url
  const { host, pathname, search } = new URL(lostUrl)
  mend = newsroom.misbehave({ kind: 'huge', host, path: new RegExp(`^${RegExp.escape(pathname + search)}`) })
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
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

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${house.url}${path}`)
  return page
}

const titles = async (): Promise<string[]> => {
  const { articles } = await house.get<{ articles: { url: string }[] }>('/api/v1/articles?limit=100')
  return articles.map(({ url }) => url)
}

it('an operator finds a dead letter, queues it again when its cause is mended, and the article comes in', async () => {
  await until(async () => (await house.deadLetters()).length === 1)
  await house.quiet()
  const page = await open('/dead-letters')
  expect(await page.locator('#groups tbody tr').innerText()).toContain('body.too_large')
  await page.locator('#groups').getByRole('link', { name: 'Look at' }).click()
  expect(await page.locator('main').innerText()).toContain('1 job would go back to:')
  mend()
  await page.getByRole('button', { name: 'Queue again (1)' }).click()
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').innerText()).toContain('Queued again: 1')
  await until(async () => (await titles()).includes(lostUrl))
  expect(await house.deadLetters()).toEqual([])
  await page.goto(`${house.url}/audit`)
  const row = await page.locator('#audit tbody tr').first().innerText()
  for (const part of ['page', 'dead.redrive', 'code=body.too_large', '1']) expect(row).toContain(part)
  await page.context().close()
})

it('a paused stage takes nothing, says so, and goes on when it is told to', async () => {
  const page = await open('/pipeline')
  const stage = page.locator('[data-stage="parse-page"]')
  await stage.getByRole('button', { name: 'Pause' }).click()
  await stage.getByText('Paused: it takes no new job').waitFor()
  const before = (await titles()).length
  const { url } = newsroom.publish()
  await until(async () => {
    const { queues } = await house.pipeline()
    return queues.some(({ name, waiting }) => name === 'parse-page' && waiting > 0)
  })
  expect(await titles()).toHaveLength(before)
  await stage.getByRole('button', { name: 'Resume' }).click()
  await until(async () => (await titles()).includes(url))
  await page.context().close()
})

it('names a parser that hangs, and the stages that wait for it, within a minute', async () => {
  const page = await open('/pipeline')
  await page.getByText('Every stage keeps up.').waitFor()
  const [parser] = house.fleet.status()['parser'] ?? []
  if (parser?.pid === undefined) throw new Error('there is no parser')
  process.kill(parser.pid, 'SIGSTOP')
  try {
    newsroom.publish()
    await page.locator('[data-trouble="worker.silent"]').waitFor({ timeout: 60_000 })
    expect(await page.locator('[data-trouble="worker.silent"]').innerText()).toContain('parser')
    await page.locator('[data-trouble="stage.no_workers"]').first().waitFor({ timeout: 60_000 })
  } finally {
    process.kill(parser.pid, 'SIGCONT')
  }
  await page.getByText('Every stage keeps up.').waitFor({ timeout: 120_000 })
  await page.context().close()
})
