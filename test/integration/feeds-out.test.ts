import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed } from '@rafid/feeds'
import { feedOutRoutes } from '@rafid/gateway/feeds-out/feed-out-routes.ts'
import { copyOf, original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { load } from 'cheerio/slim'
import type { Hono } from 'hono'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const hostile = `</title>]]><script>&amp; "x" \u0000\u001b\ud800\uffff — مرفأ`
const publicUrl = 'https://rafid.example/'

let dir: string
let reader: ArticleReader
let app: Hono
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-feeds-out-'))
  const writer = openWriter(join(dir, 'index.db'))
  const articles = [
    sampleArticle(1, { title: hostile, author: hostile, keywords: [hostile, 'port'], lang: 'ar' }),
    sampleArticle(2, { updatedAt: '2026-01-11T00:00:00.000Z', image: 'https://publisher.example/2.jpg' }),
    sampleArticle(4, { url: 'https://publisher.example/4?a=1&b=2', title: '', publishedAt: null }),
  ]
  for (const article of articles) await writer.put(article, original)
  await writer.put(sampleArticle(3), copyOf(2))
  await writer.close()
  reader = openReader(join(dir, 'index.db'))
  const onFailure = (error: unknown): never => {
    throw error
  }
  app = feedOutRoutes({ reader, publicUrl, onFailure })
})
afterAll(async () => {
  await reader.close()
  rmSync(dir, { recursive: true })
})

const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('a feed of the newest articles', () => {
  it('as Atom is well formed and has what the standard wants', async () => {
    const response = await get('/feeds/newest.atom')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await response.text()
    expect(() => new JSDOM(text, { url: publicUrl, contentType: 'application/xml' }), 'well formed').not.toThrow()
    const $ = load(text, { xml: true })
    expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom')
    for (const element of $('feed, entry').toArray()) {
      for (const name of ['id', 'title', 'updated']) expect($(element).children(name).text().trim(), name).not.toBe('')
    }
    const ids = $('entry > id')
      .toArray()
      .map((id) => $(id).text())
    expect([ids.length, new Set(ids).size], 'a copy has no entry of its own').toEqual([3, 3])
    expect($('feed > link[rel=self]').attr('href')).toBe('https://rafid.example/feeds/newest.atom')
  })

  it('is read by our own reader as it was meant', async () => {
    const { entries } = parseFeed(await (await get('/feeds/newest.atom')).text(), { url: 'https://rafid.example/' })
    const first = entries.find(({ url }) => url === 'https://publisher.example/1')
    expect(first?.title).toContain('مرفأ')
    expect(entries.find(({ url }) => url === 'https://publisher.example/2')).toMatchObject({
      title: 'Harbour opens berth 2',
      publishedAt: new Date('2026-01-10T08:02:00.000Z'),
      updatedAt: new Date('2026-01-11T00:00:00.000Z'),
    })
    expect(entries.map(({ url }) => url)).toContain('https://publisher.example/4?a=1&b=2')
  })

  it('as JSON Feed says the same', async () => {
    const response = await get('/feeds/newest.json')
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = JSON.parse(await response.text())
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://rafid.example/feeds/newest.json',
      home_page_url: 'https://rafid.example/',
    })
    expect(feed.items).toContainEqual(
      expect.objectContaining({
        id: 'https://publisher.example/2',
        title: 'Harbour opens berth 2',
        image: 'https://publisher.example/2.jpg',
        date_modified: '2026-01-11T00:00:00.000Z',
        authors: [{ name: 'Quay Gazette' }],
      }),
    )
  })
})

describe('a feed of a search', () => {
  it('has what the search finds, and its address and title are those of the search', async () => {
    const path = `/feeds/search.atom?q=${encodeURIComponent('"berth" source:quay')}`
    const text = await (await get(path)).text()
    expect(text).toContain('<title>&quot;berth&quot; source:quay · Rafid</title>')
    expect(text).toContain('href="https://rafid.example/search?q=%22berth%22+source%3Aquay&amp;order=newest"')
    const { title } = parseFeed(text, { url: 'https://rafid.example/' })
    expect(title).toBe('"berth" source:quay · Rafid')
    const { items } = JSON.parse(await (await get('/feeds/search.json?q=berth')).text())
    expect(items.length).toBeGreaterThan(0)
    expect(JSON.parse(await (await get('/feeds/search.json?q=zeppelin')).text()).items).toEqual([])
  })

  it('refuses a parameter that is none, and is not there in other formats', async () => {
    expect((await get('/feeds/search.atom?q=x&since=soonish')).status).toBe(400)
    expect((await get('/feeds/search.csv?q=x')).status).toBe(404)
  })
})

describe('who has the feed already', () => {
  it('is told so by its tag, or by its date where there is no tag', async () => {
    const first = await get('/feeds/newest.atom')
    const etag = first.headers.get('etag') ?? ''
    const date = first.headers.get('last-modified') ?? ''
    expect(date).toBe('Sun, 11 Jan 2026 00:00:00 GMT')
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", W/${etag}` },
      { 'if-modified-since': date },
    ]
    for (const headers of known) {
      const again = await get('/feeds/newest.atom', headers)
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
    }
    const others: Record<string, string>[] = [
      { 'if-none-match': '"x"', 'if-modified-since': date },
      { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' },
      { 'if-modified-since': 'whenever' },
    ]
    for (const headers of others) expect((await get('/feeds/newest.atom', headers)).status).toBe(200)
  })

  it('gets the feed under another address anew: tags are those of the content', async () => {
    const [one, other] = [await get('/feeds/search.atom?q=berth'), await get('/feeds/search.atom?q=zeppelin')]
    expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'))
    expect(
      (await get('/feeds/search.atom?q=zeppelin', { 'if-none-match': one.headers.get('etag') ?? '' })).status,
    ).toBe(200)
  })
})
