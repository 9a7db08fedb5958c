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
let lostUrl: string
beforeAll(async () => {
  newsroom = await startNewsroom({ images: false })
  const lost = newsroom.articles()[0]
  if (!lost) throw new Error('the newsroom has no article')
  lostUrl = lost.url
  const { host, pathname, search } = new URL(lostUrl)
  newsroom.misbehave({ kind: 'huge', host, path: new RegExp(`^${RegExp.escape(pathname + search)}`) })
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
  ;[browser] = await Promise.all([
    launchBrowser(),
    house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl)),
  ])
  await until(async () => (await house.deadLetters()).length === 1)
  await house.quiet()
})
afterAll(async () => {
  await browser?.close()
  await house?.[Symbol.asyncDispose]()
  await newsroom?.close()
})

async function open(path: string, locale = 'en'): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${house.url}${path}`)
  return page
}

/** The figures of the page as it stands, read at once. */
const figuresOf = (page: Page) =>
  page.locator('#funnel').evaluate((part) => {
    const rows = [...part.querySelectorAll('#steps tbody tr')].map((row) => ({
      count: Number(row.querySelector('[data-count]')?.textContent?.replaceAll(',', '')),
      rest: [...row.querySelectorAll('.rest strong')].map((one) => Number(one.textContent?.replaceAll(',', ''))),
    }))
    const kinds = [...part.querySelectorAll('[data-kind]')].map((one) => Number(one.textContent?.replaceAll(',', '')))
    return { rows, kinds }
  })
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function expectToAddUp({ rows, kinds }: Awaited<ReturnType<typeof figuresOf>>): void {
  expect(rows).toHaveLength(6)
  for (const [at, { count, rest }] of rows.entries()) {
    if (at < 5) expect(count).toBe((rows[at + 1]?.count ?? Number.NaN) + sum(rest))
  }
  expect(sum(kinds)).toBe(rows[1]?.count)
}

it('the funnel adds up on the page, says where the rest went, and follows what comes in', async () => {
  const page = await open('/pipeline')
  await page.getByRole('link', { name: 'What became of entries' }).click()
  await page.locator('#steps').waitFor()
  const before = await figuresOf(page)
  expectToAddUp(before)
  expect(before.rows[1]?.count).toBe(newsroom.articles().length)
  expect(await page.locator('#funnel').innerText()).toContain('Copies')
  newsroom.publish()
  await until(async () => ((await figuresOf(page)).rows[1]?.count ?? 0) > newsroom.articles().length - 1)
  await until(async () => {
    const now = await figuresOf(page)
    expectToAddUp(now)
    return now.kinds.at(-1) === 0 && (now.rows[1]?.count ?? 0) === newsroom.articles().length
  })
  await page.context().close()
})

it('an operator goes from a number to the dead letter behind it, and on to the way of its article', async () => {
  const page = await open('/funnel')
  await page.locator('#steps').getByRole('link', { name: 'body.too_large' }).click()
  await page.getByText('1 job would go back to:').waitFor()
  await page.locator('a[href^="/trace?"]').click()
  const way = page.locator('.way')
  await way.waitFor()
  expect(await way.getAttribute('data-phase')).toBe('dead')
  const text = await way.innerText()
  for (const part of [lostUrl, 'Parse feed', 'Fetch page', 'body.too_large', 'Its dead letter'])
    expect(text).toContain(part)
  await way.getByRole('link', { name: 'Its dead letter' }).click()
  await page.getByText('1 job would go back to:').waitFor()
  expect(page.url()).toContain('/dead-letters?item=i')
  await page.context().close()
})

it('anybody who has an address sees its way: the stages in their order, and the article at the end', async () => {
  const article = newsroom.articles().find(({ url }) => url !== lostUrl)
  const page = await open('/trace')
  await page.getByLabel('Address or id of an article').fill(article?.url ?? '')
  await page.keyboard.press('Enter')
  await page.locator('.way').first().waitFor()
  const stages = await page.locator('.way').last().locator('tbody td:first-child').allInnerTexts()
  expect(stages.map((stage) => stage.trim())).toEqual(
    expect.arrayContaining(['Parse feed', 'Fetch page', 'Parse page', 'Deduplicate article', 'Index article']),
  )
  await page.locator('.way').last().getByRole('link', { name: 'The article' }).click()
  await page.locator('article').first().waitFor()
  expect(page.url()).toContain('/articles/a')
  await page.goto(`${house.url}/trace?q=https://nobody.example/`)
  await page.getByText('There is no trace of it').waitFor()
  await page.context().close()
})

it.each(['ar', 'en'])('neither page is wider than a phone, in %s', async (locale) => {
  for (const path of ['/funnel', `/trace?q=${encodeURIComponent(lostUrl)}`]) {
    const page = await open(path, locale)
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
    const isTooWide = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(isTooWide, path).toBe(false)
    await page.context().close()
  }
})
