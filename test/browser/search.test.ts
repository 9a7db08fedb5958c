import type { Article, Relation } from '@rafid/contracts'
import { copyOf, original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { serveGateway } from './serve-gateway.ts'
import type { ServedGateway } from './serve-gateway.ts'

const long = 'كلمة-طويلة-جدًا-بلا-مسافات-'.repeat(12)
const narrowed = `berth source:"${long}" tag:"${long}" on:2026-01-10 is:original (`
const berths = Array.from({ length: 30 }, (_, n): [Article, Relation] => [
  sampleArticle(n + 10, {
    source: { name: n % 3 === 0 ? 'Second Paper' : 'Quay Gazette', url: null },
    keywords: ['port'],
  }),
  original,
])
const articles: [Article, Relation][] = [
  ...berths,
  [sampleArticle(50, { source: { name: 'Copying Paper', url: null } }), copyOf(10)],
  [
    sampleArticle(60, {
      title: 'إعادة فتح مكتبة المرفأ',
      text: `عادت مكتبةُ المرفأ إلى العمل أمس. berth ${long}`,
      lang: 'ar',
      source: { name: long, url: null },
      keywords: [long],
    }),
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

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', javaScriptEnabled: false, ...options })
  await context.route(
    (url) => url.origin !== site.url,
    (route) => route.abort(),
  )
  const page = await context.newPage()
  opened.push(page)
  await page.goto(site.url + path)
  return page
}

/** Whether the engine does what a test is about. */
async function can(what: 'facets' | 'didYouMean', query: string): Promise<boolean> {
  const answer = await fetch(`${site.url}/api/v1/search?facets=1&q=${encodeURIComponent(query)}`)
  const { facets, didYouMean } = (await answer.json()) as { facets: { source: unknown[] }; didYouMean: string | null }
  return what === 'facets' ? facets.source.length > 0 : didYouMean !== null
}

describe('the search, without a script', () => {
  it('narrows by a facet, says what narrows it, and is widened again', async ({ skip }) => {
    if (!(await can('facets', 'berth'))) skip('this engine counts no facets')
    const page = await open('/search?q=berth')
    await page.click('.facets a:has-text("Second Paper")')
    expect(await page.inputValue('#q')).toBe('berth source:"Second Paper"')
    expect(await page.locator('.card .source').allTextContents()).toEqual(
      Array.from({ length: 10 }, () => 'Second Paper'),
    )
    expect(await page.locator('.chips a.on').textContent()).toContain('Second Paper')
    await page.click('.chips a.on')
    expect(await page.inputValue('#q')).toBe('berth')
  })

  it('offers what was meant when the keyboard was in another language', async ({ skip }) => {
    if (!(await can('didYouMean', 'لاثقفا'))) skip('this engine knows no other spelling')
    const page = await open(`/search?q=${encodeURIComponent('لاثقفا')}`)
    await page.click('.meant a')
    expect(await page.inputValue('#q')).toBe('berth')
    expect(await page.locator('.card').count()).toBeGreaterThan(0)
  })

  it('keeps the query when the order and the grouping are changed, and when it is typed anew', async () => {
    const page = await open('/search?q=berth')
    await page.click('.choices a:text-is("Newest")')
    await page.click('.choices a:text-is("show all")')
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'berth', order: 'newest', collapse: 'none' })
    expect(await page.locator('.choices [aria-current]').allTextContents()).toEqual(['Newest', 'show all'])
    await page.fill('#q', 'harbour')
    await page.click('.find button')
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      q: 'harbour',
      order: 'newest',
      collapse: 'none',
    })
  })

  it('is read on and back', async () => {
    const page = await open('/search?q=berth')
    const first = await page.locator('.card h2').allTextContents()
    await page.click('.pager [rel=next]')
    expect(await page.locator('.card h2').allTextContents()).not.toEqual(first)
    await page.click('.pager [rel=prev]')
    expect(await page.locator('.card h2').allTextContents()).toEqual(first)
  })

  it('shows how to write a search, and every example is one', async () => {
    const page = await open('/search?q=berth')
    await page.click('.help summary')
    await page.click('.help dt a >> nth=0')
    expect(await page.inputValue('#q')).toBe('"security council"')
    expect(await page.locator('.remarks').count()).toBe(0)
  })

  it('tells what it did not understand, and what to do when there is nothing', async () => {
    const page = await open(`/search?q=${encodeURIComponent('zeppelin after:soon')}`)
    expect(await page.locator('.remarks').textContent()).toContain('after:soon')
    expect(await page.locator('.empty').textContent()).toContain('Try fewer')
    expect(await page.locator('.help[open]').count()).toBe(1)
  })

  it('runs from right to left in Arabic, with Latin queries in their own direction', async () => {
    const page = await open(`/search?q=${encodeURIComponent('berth')}&ui=ar`, { javaScriptEnabled: true })
    const directionOf = (selector: string): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`)
    expect(await directionOf('.choices')).toBe('rtl')
    expect(await directionOf('.card[lang=en]')).toBe('ltr')
    expect(await page.locator('.total').textContent()).toMatch(/نتيج|النتائج/)
  })

  it.each([
    ['the empty search', '/search'],
    ['a search', '/search?q=berth'],
    ['a search that much narrows', `/search?q=${encodeURIComponent(narrowed)}`],
    ['a search for a long word', `/search?q=${encodeURIComponent(long)}`],
    ['the page of the saved searches', '/searches'],
  ])('%s fits into 360 pixels in both languages', async (_name, path) => {
    for (const ui of ['ar', 'en']) {
      const page = await open(`${path}${path.includes('?') ? '&' : '?'}ui=${ui}`, {
        viewport: { width: 360, height: 740 },
        javaScriptEnabled: true,
      })
      expect(await page.evaluate(`document.scrollingElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0)
    }
  })
})

describe('a search that is followed', () => {
  it('is saved from the search, listed and removed, without a script', async () => {
    const page = await open(`/search?q=${encodeURIComponent('berth lang:en')}`)
    await page.click('.aside a:has-text("Follow this search here")')
    await page.fill('.add [name=name]', 'Berths')
    await page.click('.add button')
    expect(await page.locator('.notice').textContent()).toContain('Berths')
    await page.click('.feed a:text-is("search now")')
    expect(await page.inputValue('#q')).toBe('berth lang:en')
    await page.goBack()
    await page.click('.feed button')
    expect(await page.locator('.feed').count()).toBe(0)
  })

  it('shows what answers it as it comes, without a reload', async () => {
    const { search } = await site.searches.add({ name: 'Quays', query: 'quay', webhook: null })
    const page = await open(`/searches/${search.id}`, { javaScriptEnabled: true })
    await page.evaluate(`window.__sameDocument = true`)
    const match = { articleId: 'a1', title: 'A new quay', url: 'https://publisher.example/1', source: 'Quay Gazette' }
    await site.matches.record({ ...match, lang: 'en', publishedAt: null }, [search.id])
    await page.locator('.beside a', { hasText: 'A new quay' }).waitFor()
    expect(await page.evaluate(`window.__sameDocument`)).toBe(true)
  })
})
