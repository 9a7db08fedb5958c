import { pollFeed } from '@rafid/contracts'
import type { Article, Relation } from '@rafid/contracts'
import { copyOf, original, sampleArticle, sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { job, Queues } from '@rafid/pipeline'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { serveGateway } from './serve-gateway.ts'
import type { ServedGateway } from './serve-gateway.ts'

const hostileBody = `<p>before</p><img src="https://nowhere.invalid/x" onerror="window.__xss = 1">
  <svg onload="window.__xss = 1"></svg><svg><textarea><img src=x onerror="window.__xss = 1"></textarea></svg>
  <a href="javascript:window.__xss = 1">a link</a><a href="jav&#x09;ascript:window.__xss = 1">another link</a>
  <iframe srcdoc="<script>parent.__xss = 1</script>"></iframe><script>window.__xss = 1</script>
  <math><mtext><table><mglyph><style><img src=x onerror="window.__xss = 1"></style></mglyph></table></mtext></math>
  <noscript><p title="</noscript><img src=x onerror=window.__xss=1>"></p></noscript><p>after</p>`
const hostileTitle = `</title></script><script>window.__xss = 1</script><img src=x onerror=window.__xss=1>`

const long = 'https://publisher.example/' + 'very-long-path-'.repeat(30)
const articles: [Article, Relation][] = [
  [
    sampleArticle(1, {
      title: 'إعادة فتح مكتبة المرفأ بعد ترميم دام عامين',
      text: 'فتحت مكتبةُ المرفأ أبوابها صباح أمس أمام قرّائها. وقالت المديرة إن القاعة الجديدة تتسع لمئتي قارئ.',
      html: `<p>فتحت مكتبةُ المرفأ أبوابها صباح أمس أمام قرّائها.</p><p dir="ltr" lang="en">Opening hours: 9–17</p><p>${long}</p>
        <table><tr>${'<td>عمود-عريض-جدًا</td>'.repeat(12)}</tr><tr><td>1</td></tr></table>`,
      lang: 'ar',
      source: { name: 'جريدة الميناء', url: 'https://publisher.example/' },
      keywords: ['مكتبة المرفأ', 'كلمة'.repeat(40)],
    }),
    original,
  ],
  [sampleArticle(2, { title: 'Ferries return to the old quay' }), original],
  [sampleArticle(3, { source: { name: 'Second Paper', url: null } }), copyOf(2)],
  [
    sampleArticle(4, { title: hostileTitle, author: hostileTitle, keywords: [hostileTitle], html: hostileBody }),
    original,
  ],
]

let browser: Browser
let site: ServedGateway
const opened: Page[] = []
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), serveGateway(articles)])
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close()
})

/** Nothing but the gateway is ever asked: pictures of the articles are answered with nothing. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'ar', ...options })
  await context.route(
    (url) => url.origin !== site.url,
    (route) => route.abort(),
  )
  const page = await context.newPage()
  opened.push(page)
  await page.goto(site.url + path)
  return page
}

describe('reading', () => {
  it('an Arabic page runs from right to left, an English article in it from left to right', async () => {
    const page = await open('/')
    const directionOf = (selector: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`)
    expect(await directionOf('html')).toBe('rtl')
    expect(await directionOf('.card[lang=en]')).toBe('ltr')
    expect(await directionOf('.card[lang=ar]')).toBe('rtl')
    const [start, end] = await page.evaluate<[number, number]>(
      `(() => { const of = (s) => document.querySelector(s).getBoundingClientRect(); return [of('.name').left, of('.other').left] })()`,
    )
    expect(start).toBeGreaterThan(end)
  })

  it('the search finds another spelling and marks it', async () => {
    const page = await open('/')
    await page.fill('#q', 'مكتبه المرفا')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?**')
    expect(await page.locator('.card').count()).toBe(1)
    expect(await page.locator('mark').first().textContent()).toBe('مكتبةُ')
  })

  it('the filters work as plain forms, without a script', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    await page.selectOption('select[name=lang]', 'ar')
    await page.click('.filters button')
    await page.waitForURL('**lang=ar**')
    expect(await page.locator('.card').count()).toBe(1)
  })

  it('the keyboard reaches the search by one key and the first article by tabs', async () => {
    const page = await open('/')
    const focused = (): Promise<unknown> =>
      page.evaluate(`document.activeElement.id || document.activeElement.getAttribute('href')`)
    await page.keyboard.press('/')
    expect(await focused()).toBe('q')
    expect(await page.inputValue('#q')).toBe('')
    const first = await page.locator('.card h2 a').first().getAttribute('href')
    const seen: unknown[] = []
    while (seen.at(-1) !== first && seen.length < 30) {
      await page.keyboard.press('Tab')
      seen.push(await focused())
    }
    expect(seen.at(-1)).toBe(first)
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${first}`)
  })

  it('the first tab leads past the menu', async () => {
    const page = await open('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(`document.activeElement.id`)).toBe('content')
  })

  it('a dark screen has a dark page', async () => {
    const colourOf = async (colorScheme: 'light' | 'dark'): Promise<unknown> =>
      (await open('/', { colorScheme })).evaluate(`getComputedStyle(document.body).backgroundColor`)
    expect(await colourOf('light')).not.toBe(await colourOf('dark'))
  })

  it.each([
    '/',
    `/articles/${sampleId(1)}`,
    `/articles/${sampleId(4)}`,
    '/search?q=مكتبة',
    '/pipeline',
    '/feeds',
    '/feeds/ID',
    '/nowhere',
  ])('%s fits into 360 pixels in both languages', async (given) => {
    const { id } = await site.feeds.add({ url: long, title: 'long'.repeat(40), siteUrl: null })
    const path = given.replace('ID', id)
    for (const ui of ['ar', 'en']) {
      const page = await open(`${path}${path.includes('?') ? '&' : '?'}ui=${ui}`, {
        viewport: { width: 360, height: 740 },
      })
      expect(await page.evaluate(`document.scrollingElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0)
    }
  })
})

describe('operating', () => {
  it('a queued job appears on the pipeline page without a reload', async () => {
    const page = await open('/pipeline')
    await page.evaluate(`window.__sameDocument = true`)
    const waiting = page.locator('[data-stage=poll-feed] [data-figure=waiting]')
    expect(await waiting.textContent()).toBe('0')
    const queues = new Queues(site.home)
    const trace = { traceId: '0'.repeat(32), startedAt: new Date().toISOString() }
    await queues.add([job(pollFeed, { feedId: 'f0' }), job(pollFeed, { feedId: 'f1' })], trace)
    await queues.close()
    await page.locator('[data-stage=poll-feed] [data-figure=waiting]', { hasText: /^2$/ }).waitFor()
    expect(await page.evaluate(`window.__sameDocument`)).toBe(true)
    expect(await page.locator('[data-stage=poll-feed].queued').count()).toBe(1)
  })

  it('without a script the pipeline page asks to be loaded again', async () => {
    const page = await open('/pipeline', { javaScriptEnabled: false })
    expect(await page.locator('noscript meta[http-equiv=refresh], meta[http-equiv=refresh]').count()).toBe(1)
  })

  it('a feed is added by the form, once', async () => {
    const page = await open('/feeds?ui=en')
    const url = 'https://publisher.example/feed.xml'
    for (const said of ['was added', 'there already']) {
      await page.fill('.add [name=url]', url)
      await page.fill('.add [name=title]', 'My feed')
      await page.click('.add button')
      await page.locator('.notice', { hasText: said }).waitFor()
    }
    expect(await page.locator('.feed', { hasText: url }).count()).toBe(1)
  })

  it('a bad address comes back with the reason and what was typed', async () => {
    const page = await open('/feeds?ui=en')
    await page.fill('.add [name=url]', 'ftp://publisher.example/"><b>x')
    const [response] = await Promise.all([page.waitForResponse('**/feeds'), page.click('.add button')])
    expect(response.status()).toBe(422)
    expect(await page.locator('.refusal').textContent()).toBe('Only http and https addresses are fetched.')
    expect(await page.inputValue('.add [name=url]')).toBe('ftp://publisher.example/"><b>x')
  })

  it('a feed is paused, resumed, polled at once and given an interval, without a script', async () => {
    const { id } = await site.feeds.add({
      url: 'https://publisher.example/operated.xml',
      title: 'Operated',
      siteUrl: null,
    })
    const page = await open('/feeds?ui=en', { javaScriptEnabled: false })
    await page.click(`a[href="/feeds/${id}"]`)
    for (const [button, said, status] of [
      ['Pause', 'It is paused.', 'paused'],
      ['Resume', 'It is resumed and polled at once.', 'active'],
      ['Poll now', 'It is polled at once.', 'active'],
    ] as const) {
      await page.click(`button:text-is("${button}")`)
      await page.locator('.notice', { hasText: said }).waitFor()
      expect((await site.feeds.get(id))?.status).toBe(status)
    }
    await page.fill('[name=minutes]', '15')
    await page.click('.interval button')
    await page.locator('.notice', { hasText: 'The interval is set.' }).waitFor()
    expect((await site.feeds.get(id))?.ownIntervalMs).toBe(900_000)
    expect(await page.inputValue('[name=minutes]')).toBe('15')
  })

  it('the form of another site is refused', async () => {
    const before = await site.feeds.count()
    // A page without an address of its own has an opaque origin, as one in a sandbox has.
    const foreign = await browser.newContext()
    const other = await foreign.newPage()
    opened.push(other)
    await other.setContent(
      `<form method="post" action="${site.url}/feeds"><input name="url" value="https://evil.example/"></form>`,
    )
    const [response] = await Promise.all([
      other.waitForResponse('**/feeds'),
      other.evaluate(`document.forms[0].submit()`),
    ])
    expect(response.status()).toBe(403)
    expect(await site.feeds.count()).toBe(before)
  })
})

describe('a hostile article', () => {
  it.each([false, true])('runs nothing (policy switched off: %s)', async (bypassCSP) => {
    const page = await open('/', { bypassCSP })
    // Answered without a document, a link that leads away leaves the page where it is, and the next one can be tried.
    await page.route(
      (url) => url.origin !== new URL(site.url).origin,
      (route) => route.fulfill({ status: 204 }),
    )
    for (const path of [
      '/',
      `/articles/${sampleId(4)}`,
      '/search?q=window',
      `/search?q=${encodeURIComponent(hostileTitle)}`,
    ]) {
      await page.goto(site.url + path)
      for (const link of await page.locator('.prose a').all()) await link.click()
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(`window.__xss`)).toBeUndefined()
    }
    await page.goto(`${site.url}/articles/${sampleId(4)}`)
    expect(await page.locator('.prose').textContent()).toContain('after')
    expect(await page.title()).toContain('window.__xss')
  })
})
