import { PermanentError } from '@rafid/errors'
import { expect, it } from 'vitest'
import { discoverFeeds } from './discover-feeds.ts'
import { publishingRate } from './publishing-rate.ts'

const now = new Date('2026-03-10T12:00:00Z')
const rss = (title: string) => `<rss version="2.0"><channel><title>${title}</title><link>https://a.example/</link>
  <item><title>One</title><link>https://a.example/1</link><pubDate>Tue, 10 Mar 2026 06:00:00 GMT</pubDate></item>
  <item><title>Two</title><link>https://a.example/2</link><pubDate>Sun, 08 Mar 2026 12:00:00 GMT</pubDate></item>
  </channel></rss>`

/** A web of pages by address; what is asked for is written down. */
function web(pages: Record<string, string>) {
  const asked: string[] = []
  const ask = async (url: string) => {
    asked.push(url)
    const body = pages[url]
    if (body === undefined) throw new PermanentError('http.status', `${url}: status 404`)
    return { url, body: new TextEncoder().encode(body), contentType: null }
  }
  return { asked, find: (address: string) => discoverFeeds(address, { ask, now }) }
}

it('knows a feed by itself and tells what it gives', async () => {
  const { asked, find } = web({ 'https://a.example/rss': rss('News') })
  expect(await find('https://a.example/rss')).toEqual({
    how: 'feed',
    feeds: [
      {
        url: 'https://a.example/rss',
        title: 'News',
        siteUrl: 'https://a.example/',
        format: 'rss',
        lang: null,
        entries: 2,
        entriesPerDay: 1,
        newestAt: new Date('2026-03-10T06:00:00Z'),
      },
    ],
  })
  expect(asked).toHaveLength(1)
})

it('goes from a host without a scheme to the feeds its page declares', async () => {
  const { find } = web({
    'https://a.example/': `<link rel=alternate type=application/rss+xml href=/gone>
      <link rel=alternate type=application/rss+xml href=/news><link rel=alternate type=application/rss+xml href=/sport>`,
    'https://a.example/news': rss('News'),
    'https://a.example/sport': rss('Sport'),
  })
  const { how, feeds } = await find(' a.example ')
  expect([how, ...feeds.map((feed) => feed.title)]).toEqual(['declared', 'News', 'Sport'])
})

it('follows links where a page declares nothing that can be read', async () => {
  const { find } = web({
    'https://a.example/x': '<link rel=feed href=/gone><a href="/all.rss">Follow us</a>',
    'https://a.example/all.rss': rss('All'),
  })
  expect(await find('https://a.example/x')).toMatchObject({ how: 'linked', feeds: [{ title: 'All' }] })
})

it('looks where feeds often are, and is content with the first', async () => {
  const { asked, find } = web({
    'http://a.example:8080/': '<p>Nothing.</p>',
    'http://a.example:8080/feed.xml': rss('Guessed'),
  })
  expect(await find('http://a.example:8080/')).toMatchObject({ how: 'guessed', feeds: [{ title: 'Guessed' }] })
  expect(asked.length).toBeLessThan(6)
})

it('reads a page that lists articles as a feed only when there is no other', async () => {
  const list = Array.from(
    { length: 6 },
    (_, n) =>
      `<article><h2><a href="/n/${n}">A headline of story ${n}</a></h2><time datetime="2026-03-0${n + 1}">x</time></article>`,
  ).join('')
  const lonely = web({ 'https://a.example/news': `<html><body>${list}</body></html>` })
  expect(await lonely.find('https://a.example/news')).toMatchObject({ how: 'listing', feeds: [{ format: 'html' }] })
  const { find } = web({
    'https://a.example/news': `<html><head><link rel=feed href=/f></head><body>${list}</body></html>`,
    'https://a.example/f': rss('News'),
  })
  expect(await find('https://a.example/news')).toMatchObject({ how: 'declared', feeds: [{ title: 'News' }] })
})

it('says that it found none, after a few requests', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `<a href="/${n}/rss">rss</a>`).join('')
  const { asked, find } = web({ 'https://a.example/': many })
  await expect(find('https://a.example/')).rejects.toMatchObject({ code: 'feed.none_found' })
  expect(asked).toHaveLength(10)
})

it('passes on why the address itself cannot be had', async () => {
  await expect(web({}).find('https://a.example/')).rejects.toMatchObject({ code: 'http.status' })
  await expect(web({}).find('ftp://a.example/')).rejects.toMatchObject({ code: 'url.scheme' })
})

it('does not take a host with a port for an address with a scheme', async () => {
  const { asked, find } = web({ 'https://a.example:8443/rss': rss('Ported') })
  await find('a.example:8443/rss')
  expect(asked).toEqual(['https://a.example:8443/rss'])
})

it('counts a silent feed as a slow one', () => {
  const dates = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'].map((text) => new Date(text))
  expect(publishingRate(dates, new Date('2026-01-03T00:00:00Z'))).toBe(1)
  expect(publishingRate(dates, new Date('2026-01-21T00:00:00Z'))).toBe(0.1)
  expect(publishingRate(dates.slice(1), now)).toBeNull()
})
