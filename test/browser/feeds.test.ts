import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AuditLog } from '@rafid/pipeline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { recordedPoll } from '../support/recorded-poll.ts'
import { launchBrowser } from './launch-browser.ts'
import { serveGateway } from './serve-gateway.ts'
import type { ServedGateway } from './serve-gateway.ts'

let site: ServedGateway
let browser: Browser
let dir: string
let id: string
beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveGateway([]), launchBrowser()])
  dir = mkdtempSync(join(tmpdir(), 'rafid-lists-'))
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true })
})
beforeEach(async () => {
  await site.home.redis.flushdb()
  id = (await site.feeds.add({ url: 'https://news.example/rss', title: 'Quay Gazette', siteUrl: null })).id
  await site.feeds.record(id, await recordedPoll(site.home.redis, 3_600_000, { entriesNew: 3 }))
})

async function open(path: string, options: { locale?: string; javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 360, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(`${site.url}${path}`)
  return page
}
const notice = (page: Page): Promise<string> => page.getByRole('status').first().innerText()
const actions = async (): Promise<string[]> =>
  (await new AuditLog(site.home).list(20)).map(({ by, action }) => `${by} ${action}`).toReversed()

it('a removed feed comes back as it was with one press, and is told of in the audit log', async () => {
  const before = await site.feeds.explain(id)
  const page = await open('/feeds')
  await page.getByRole('button', { name: 'Remove: Quay Gazette' }).click()
  expect(await notice(page)).toContain('The feed was removed, its articles stay: Quay Gazette')
  expect(await site.feeds.count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await notice(page)).toContain('The feed is back as it was: Quay Gazette')
  expect(await site.feeds.explain(id)).toEqual(before)
  expect(await actions()).toEqual(['page feed.remove', 'page feed.restore'])
  await page.goto(`${site.url}/audit`)
  expect(await page.locator('#audit tbody tr').first().innerText()).toContain('feed.restore')
  await page.context().close()
})

it('who has left the page finds the removed feed below the others, with the keyboard alone', async () => {
  const page = await open(`/feeds/${id}`)
  await page.getByRole('button', { name: 'Remove' }).press('Enter')
  await page.goto(`${site.url}/feeds`)
  const back = page.getByRole('button', { name: 'Bring back: Quay Gazette' })
  await back.focus()
  await page.keyboard.press('Enter')
  await page.getByText('The feed is back as it was:').waitFor()
  expect((await site.feeds.get(id))?.title).toBe('Quay Gazette')
  expect(await page.getByRole('heading', { name: 'Removed feeds' }).count()).toBe(0)
  await page.context().close()
})

it.each(['/feeds', '/feeds/ID'])('a pause on %s is undone as if it had not been, without a script', async (path) => {
  const before = await site.feeds.explain(id)
  const page = await open(path.replace('ID', id), { javaScriptEnabled: false })
  await page.getByRole('button', { name: /^Pause/ }).click()
  expect(await notice(page)).toContain('It is paused')
  expect((await site.feeds.get(id))?.nextPollAt).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await notice(page)).toContain('as if it had not been paused: Quay Gazette')
  expect(await site.feeds.explain(id)).toEqual(before)
  expect(await actions()).toEqual(['page feed.pause', 'page feed.unpause'])
  await page.context().close()
})

it('takes a list of feeds from a file, says what is none, and gives all feeds as a file', async () => {
  const page = await open('/feeds')
  const list = join(dir, 'feeds.opml')
  writeFileSync(
    list,
    `<opml><body><outline text="مرفأ" xmlUrl="https://port.example/rss"/><outline xmlUrl="https://news.example/rss"/>
     <outline xmlUrl="file:///etc/passwd"/></body></opml>`,
  )
  await page.setInputFiles('input[name="list"]', list)
  await page.getByRole('button', { name: 'Add what is in the file' }).click()
  expect(await notice(page)).toBe('1 feed was added. There already: 1. Not usable: 1.')
  expect((await site.feeds.list(10)).map(({ title }) => title)).toEqual(['Quay Gazette', 'مرفأ'])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'All feeds as OPML' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('rafid-feeds.opml')
  expect(readFileSync(await download.path(), 'utf8')).toContain('text="مرفأ" xmlUrl="https://port.example/rss"')

  writeFileSync(list, '<html><body>no list</body></html>')
  await page.setInputFiles('input[name="list"]', list)
  await page.getByRole('button', { name: 'Add what is in the file' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('This is no list of feeds')
  expect(await page.locator('input[name="list"]').getAttribute('aria-invalid')).toBe('true')
  expect(await actions()).toEqual(['page feed.import'])
  await page.context().close()
})

it('takes nothing from a form of another site', async () => {
  const foreign = await browser.newContext()
  for (const path of [`/feeds/${id}/remove`, `/feeds/${id}/pause`, '/feeds/import']) {
    // A page without an address of its own has an opaque origin, as one in a sandbox has.
    const other = await foreign.newPage()
    await other.setContent(`<form method="post" enctype="multipart/form-data" action="${site.url}${path}"></form>`)
    const [response] = await Promise.all([
      other.waitForResponse(`**${path}`),
      other.evaluate('document.forms[0].submit()'),
    ])
    expect(response.status(), path).toBe(403)
  }
  expect((await site.feeds.get(id))?.status).toBe('active')
  await foreign.close()
})

it.each(['ar', 'en'])('fits a narrow screen and says all in its language: %s', async (locale) => {
  await site.feeds.add({ url: `https://long.example/${'a'.repeat(300)}`, title: 'ن'.repeat(150), siteUrl: null })
  const page = await open('/feeds', { locale })
  await page.locator('form[action$="/remove"] button').first().click()
  expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
  expect(await page.evaluate('document.scrollingElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  const words = await page.locator('.notice button, .lists h2, .removed h2, .removed button').allInnerTexts()
  expect(words).toHaveLength(4)
  for (const word of words) expect(/[\u0600-\u06ff]/.test(word), word).toBe(locale === 'ar')
  await page.context().close()
})
