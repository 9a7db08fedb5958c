import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedProblem, xmlProblem } from './feeds/well-formed.ts'
import { type Newsroom, type NewsroomPublisher, startNewsroom } from './newsroom.ts'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await startNewsroom()
})
afterAll(() => newsroom.close())

async function textAt(url: string, charset = 'utf-8'): Promise<string> {
  const response = await fetch(url)
  expect([url, response.status]).toEqual([url, 200])
  return new TextDecoder(charset).decode(await response.arrayBuffer())
}

const charsetOf = ({ id }: NewsroomPublisher): string => (id === 'suhul' ? 'windows-1256' : 'utf-8')
const publisherCalled = (name: string): NewsroomPublisher => {
  const publisher = newsroom.publishers.find((candidate) => candidate.name === name)
  if (publisher === undefined) throw new Error(`no publisher called ${name}`)
  return publisher
}

const serversOpen = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length

/** The addresses a feed lists, newest first. */
async function listedIn(publisher: NewsroomPublisher): Promise<string[]> {
  const text = await textAt(publisher.feedUrl, charsetOf(publisher))
  if (publisher.feedUrl.endsWith('.json')) {
    const feed: { items: { url: string }[] } = JSON.parse(text)
    return feed.items.map(({ url }) => url)
  }
  const entries = text.split(/<(?:item|entry)[ >]/).slice(1)
  return entries.map((entry) => {
    const link = /<link>([^<]+)<|<link rel="alternate"[^>]* href="([^"]+)"/.exec(entry)
    return (link?.[1] ?? link?.[2] ?? '').replaceAll('&amp;', '&')
  })
}

describe('startNewsroom', () => {
  it('opens at least five publishers, each on a port of its own', () => {
    expect(newsroom.publishers.length).toBeGreaterThanOrEqual(5)
    const hosts = [new URL(newsroom.url).host, ...newsroom.publishers.map(({ host }) => host)]
    expect(new Set(hosts).size).toBe(newsroom.publishers.length + 1)
    expect(hosts.every((host) => host.startsWith('127.0.0.1:'))).toBe(true)
  })

  it('lists every feed in a well-formed OPML file and on the index page', async () => {
    const opml = await textAt(newsroom.opmlUrl)
    expect(xmlProblem(opml)).toBeUndefined()
    const page = await textAt(newsroom.url)
    for (const { feedUrl, origin } of newsroom.publishers) {
      expect(opml).toContain(`xmlUrl="${feedUrl}"`)
      expect(page).toContain(origin)
    }
  })

  it('serves feeds in four formats that parse', async () => {
    const roots = new Set<string>()
    for (const publisher of newsroom.publishers) {
      const text = await textAt(publisher.feedUrl, charsetOf(publisher))
      expect([publisher.name, feedProblem(text)]).toEqual([publisher.name, undefined])
      roots.add(/<(rss|feed|rdf:RDF)[ >]/.exec(text)?.[1] ?? 'json')
    }
    expect([...roots].toSorted()).toEqual(['feed', 'json', 'rdf:RDF', 'rss'])
  })

  it('answers every listed article with a page that holds all of its text', async () => {
    const articles = newsroom.articles()
    expect(articles.length).toBeGreaterThanOrEqual(60)
    for (const article of articles) {
      const page = await textAt(article.url, charsetOf(publisherCalled(article.publisher)))
      const text = page.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      const missing = [article.title, ...article.paragraphs].filter((part) => !text.includes(part))
      expect([article.url, missing]).toEqual([article.url, []])
    }
  })

  it('lists in its feeds what articles() tells, address for address', async () => {
    for (const publisher of newsroom.publishers) {
      const listed = (await listedIn(publisher)).map((url) => url.replace(/\?utm_.*/, ''))
      const told = newsroom.articles().filter((article) => article.publisher === publisher.name)
      expect(listed).toEqual(told.map(({ url }) => url))
    }
  })

  it('has no dead link on a front page, section, tag, picture or robots.txt', async () => {
    for (const { origin } of newsroom.publishers) {
      await textAt(`${origin}/robots.txt`)
      const article = newsroom.articles().find(({ url }) => url.startsWith(origin))
      const page = await (await fetch(article?.url ?? '')).text()
      const links = [...page.matchAll(/(?:href|src)="(http:[^"]+)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      )
      expect(links.length).toBeGreaterThan(10)
      for (const link of new Set(links)) await textAt(link)
    }
  })

  it('says 304 to a second, conditional request for feeds and pages', async () => {
    const pages = newsroom.publishers.map(
      ({ origin }) => newsroom.articles().find(({ url }) => url.startsWith(origin))?.url,
    )
    for (const url of [...newsroom.publishers.map(({ feedUrl }) => feedUrl), ...pages]) {
      const { headers } = await fetch(url ?? '')
      const byTag = await fetch(url ?? '', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
      const byDate = await fetch(url ?? '', { headers: { 'if-modified-since': headers.get('last-modified') ?? '' } })
      expect([byTag.status, byDate.status, await byTag.text()]).toEqual([304, 304, ''])
    }
  })

  it('publishes exactly one article at the top of one feed', async () => {
    const before = await Promise.all(newsroom.publishers.map(listedIn))
    const article = newsroom.publish()
    const after = await Promise.all(newsroom.publishers.map(listedIn))
    const added = after.map((urls, index) => urls.filter((url) => !before[index]?.includes(url)))
    expect(added.flat().map((url) => url.replace(/\?utm_.*/, ''))).toEqual([article.url])
    const changed = after.find((urls, index) => urls[0] !== before[index]?.[0])
    expect(changed?.[0]).toContain(article.url)
    expect(newsroom.articles()[0]).toEqual(article)
    await textAt(article.url)
  })

  it('amends an article so that its page and feed change but its address does not', async () => {
    const [article] = newsroom.articles()
    const { headers } = await fetch(article?.url ?? '')
    const amended = newsroom.amend(article?.url ?? '')
    expect(amended.url).toBe(article?.url)
    const again = await fetch(amended.url, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(200)
    expect(await again.text()).toMatch(/تصحيح|Correction/)
    expect(() => newsroom.amend('http://127.0.0.1/none')).toThrow(RangeError)
  })

  it('names the report of every wire copy by its address', () => {
    const urls = new Set(newsroom.articles().map(({ url }) => url))
    const earlier = newsroom.articles().flatMap(({ original, updates }) => original ?? updates ?? [])
    expect(earlier.length).toBeGreaterThanOrEqual(24)
    expect(earlier.every((url) => urls.has(url))).toBe(true)
  })

  it('answers 404 to unknown pages, 405 to other methods, and logs what it was asked', async () => {
    const origin = newsroom.publishers[0]?.origin ?? ''
    await fetch(`${origin}/nowhere?x=1`, { headers: { 'user-agent': 'tester/1', 'if-none-match': '"x"' } })
    expect((await fetch(origin, { method: 'POST', body: 'x' })).status).toBe(405)
    expect(newsroom.requests().slice(-2)).toMatchObject([
      { path: '/nowhere?x=1', status: 404, userAgent: 'tester/1', conditional: true, host: new URL(origin).host },
      { path: '/', status: 405, method: 'POST', conditional: false },
    ])
  })

  it('leaves pictures out when told so', async () => {
    await using bare = await startNewsroom({ images: false })
    const page = await textAt(bare.articles()[0]?.url ?? '')
    expect(page).not.toContain('/img/')
  })

  it('takes the ports after the one it was given, and leaves nothing open when one is taken', async () => {
    const port = Number(new URL(newsroom.publishers[0]?.origin ?? '').port)
    await expect(startNewsroom({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('closes without leaving a server behind, even while a slow reply is on its way', async () => {
    const before = serversOpen()
    const other = await startNewsroom({ intervalMs: 60_000 })
    expect(serversOpen()).toBeGreaterThan(before)
    const slow = await fetch(`${other.publishers[0]?.origin}/fault/slow?dripMs=60000`)
    await other.close()
    await expect(slow.text()).rejects.toThrow('terminated')
    expect(serversOpen()).toBeLessThanOrEqual(before)
  })
})
