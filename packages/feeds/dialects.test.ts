import { describe, expect, it } from 'vitest'

import { parseFeed } from './parse-feed.ts'
import { readFeed } from './read-feed.ts'

const url = 'https://news.example.com/feeds/all.xml'
const parse = (text: string) => parseFeed(text, { url })
const item = (inside: string, namespaces = '', channel = '<link>https://site.example.com/</link>') =>
  parse(`<rss version="2.0" ${namespaces}><channel>${channel}<item>${inside}</item></channel></rss>`).entries[0]

describe('dialects', () => {
  it('CDF keeps its addresses and dates in attributes', () => {
    const feed =
      parse(`<CHANNEL HREF="https://cdf.example.com/" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>C</TITLE><ABSTRACT>About</ABSTRACT>
      <ITEM HREF="https://cdf.example.com/1" LASTMOD="2004-04-06T10:00:00Z"><TITLE>One</TITLE><ABSTRACT>A</ABSTRACT></ITEM></CHANNEL>`)
    expect(feed).toMatchObject({
      format: 'cdf',
      title: 'C',
      subtitleHtml: 'About',
      siteUrl: 'https://cdf.example.com/',
    })
    expect(feed.updatedAt).toEqual(new Date('2004-04-07T04:05:43Z'))
    expect(feed.entries[0]).toMatchObject({
      url: 'https://cdf.example.com/1',
      title: 'One',
      summaryHtml: 'A',
      updatedAt: new Date('2004-04-06T10:00:00Z'),
    })
  })

  it('a news sitemap tells titles, dates and keywords', () => {
    const feed =
      parse(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
      xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://news.example.com/1</loc><lastmod>2025-03-02</lastmod>
      <n:news><n:publication><n:name>P</n:name></n:publication><n:title>افتتاح الجسر</n:title>
      <n:publication_date>2025-03-01T10:00:00Z</n:publication_date><n:keywords>جسور, نقل</n:keywords></n:news>
      <i:image><i:loc>https://img.example.com/1.jpg</i:loc></i:image></url><url><loc>/2</loc></url></urlset>`)
    expect(feed.format).toBe('sitemap')
    expect(feed.entries[0]).toMatchObject({
      id: 'https://news.example.com/1',
      url: 'https://news.example.com/1',
      title: 'افتتاح الجسر',
      publishedAt: new Date('2025-03-01T10:00:00Z'),
      updatedAt: new Date('2025-03-02T00:00:00Z'),
      keywords: ['جسور', 'نقل'],
      image: 'https://img.example.com/1.jpg',
    })
    expect(feed.entries[1]).toMatchObject({ url: 'https://news.example.com/2', title: '' })
  })

  it('a sitemap index tells its parts', () => {
    const index =
      '<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>javascript:x</loc></sitemap></sitemapindex>'
    expect(parse(index)).toMatchObject({ format: 'sitemap', entries: [], parts: ['https://news.example.com/a.xml'] })
  })

  it('RSS 0.90 and 1.0 have their items beside the channel, listed or not', () => {
    const feed =
      parse(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
      <channel><title>N</title><link>https://rdf.example.com/</link></channel><image><title>I</title><url>/i.png</url></image>
      <item><title>One</title><link>/1</link></item></r:RDF>`)
    expect(feed).toMatchObject({ format: 'rdf', title: 'N', image: 'https://news.example.com/i.png' })
    expect(feed.entries[0]).toMatchObject({ title: 'One', url: 'https://rdf.example.com/1' })
  })

  it('Atom 0.3 had modes, an encoding of its own and other dates', () => {
    const feed =
      parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline mode="escaped" type="text/html">&lt;b&gt;T&lt;/b&gt;</tagline>
      <entry><title>E</title><issued>2004-01-01T10:00:00Z</issued><modified>2004-01-02T10:00:00Z</modified>
      <content type="text/html" mode="base64">PHA+aGFyYm91cjwvcD4=</content></entry></feed>`)
    expect(feed.subtitleHtml).toBe('<b>T</b>')
    expect(feed.entries[0]).toMatchObject({
      contentHtml: '<p>harbour</p>',
      publishedAt: new Date('2004-01-01T10:00:00Z'),
      updatedAt: new Date('2004-01-02T10:00:00Z'),
    })
  })
})

describe('vocabularies', () => {
  it('Media RSS: files, groups, thumbnails and the page of a film', () => {
    const entry = item(
      `<media:group><media:content url="/film.mp4" type="video/mp4" fileSize="9"/><media:thumbnail url="/t.jpg"/>
       <media:description>A film</media:description></media:group><media:player url="/watch"/>`,
      'xmlns:media="http://search.yahoo.com/mrss/"',
    )
    expect(entry).toMatchObject({
      url: 'https://site.example.com/watch',
      summaryHtml: 'A film',
      media: [{ url: 'https://site.example.com/film.mp4', type: 'video/mp4', bytes: 9 }],
      thumbnails: ['https://site.example.com/t.jpg'],
      image: 'https://site.example.com/t.jpg',
    })
  })

  it('GeoRSS and Basic Geo: where an entry is about', () => {
    const place = { latitude: 24.7, longitude: 46.7 }
    const georss = 'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"'
    expect(item('<georss:point>24.7 46.7</georss:point>', georss)?.place).toEqual(place)
    expect(
      item('<georss:where><gml:Point><gml:pos>24.7 46.7</gml:pos></gml:Point></georss:where>', georss)?.place,
    ).toEqual(place)
    expect(
      item('<g:lat>24.7</g:lat><g:long>46.7</g:long>', 'xmlns:g="http://www.w3.org/2003/01/geo/wgs84_pos#"')?.place,
    ).toEqual(place)
    expect(item('<georss:point>95 46.7</georss:point>', georss)?.place).toBeNull()
  })

  it('threads, sources, rights, comments and enclosures', () => {
    const entry =
      parse(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><entry><id>2</id>
      <thr:in-reply-to ref="1"/><link rel="replies" type="text/html" href="/c"/><link rel="enclosure" href="/a.mp3" type="audio/mpeg" length="7"/>
      <rights>R</rights><source><title>S</title><link href="https://s.example.com/"/><author><name>Desk</name></author></source></entry></feed>`)
        .entries[0]
    expect(entry).toMatchObject({
      inReplyTo: '1',
      commentsUrl: 'https://news.example.com/c',
      enclosures: [{ url: 'https://news.example.com/a.mp3', type: 'audio/mpeg', bytes: 7 }],
      rights: 'R',
      source: { title: 'S', url: 'https://s.example.com/' },
      author: 'Desk',
    })
  })

  it('people are written in many ways', () => {
    const author = (text: string) => item(`<author>${text}</author>`)?.authors
    const desk = [{ name: 'The Desk', email: 'desk@example.com', url: null }]
    expect(author('desk@example.com (The Desk)')).toEqual(desk)
    expect(author('The Desk &lt;desk@example.com&gt;')).toEqual(desk)
    expect(author('The Desk')).toEqual([{ name: 'The Desk', email: null, url: null }])
    expect(author('desk@example.com')).toEqual([{ name: null, email: 'desk@example.com', url: null }])
  })
})

describe('addresses', () => {
  it('start from the site in RSS, from the nearest base in Atom, in texts from the article', () => {
    expect(item('<link>/1</link><description>&lt;a href="x"&gt;x&lt;/a&gt;</description>')).toMatchObject({
      url: 'https://site.example.com/1',
      summaryHtml: '<a href="https://site.example.com/x">x</a>',
    })
    const atom = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry><link href="1"/>
      <content type="html" xml:base="b/">&lt;img src="x.png"&gt;</content></entry></feed>`).entries[0]
    expect(atom).toMatchObject({
      url: 'https://news.example.com/a/1',
      contentHtml: '<img src="https://news.example.com/a/b/x.png">',
      image: 'https://news.example.com/a/b/x.png',
    })
  })
})

describe('dates', () => {
  const fetchedAt = new Date('2025-03-01T12:00:00Z')
  const dated = (date: string) =>
    parseFeed(`<rss><channel><item><title>t</title><pubDate>${date}</pubDate></item></channel></rss>`, {
      url,
      fetchedAt,
    }).entries[0]

  it('keep what was written, and where', () => {
    expect(dated('السبت ١ آذار ٢٠٢٥')).toMatchObject({
      publishedAt: new Date('2025-03-01T00:00:00Z'),
      publishedFrom: { from: 'pubdate', written: 'السبت ١ آذار ٢٠٢٥' },
    })
  })

  it('lie no more than a day ahead of the fetch', () => {
    expect(dated('Sun, 02 Mar 2025 10:00:00 GMT')?.publishedAt).toEqual(new Date('2025-03-02T10:00:00Z'))
    expect(dated('Mon, 03 Mar 2025 10:00:00 GMT')).toMatchObject({ publishedAt: null, publishedFrom: null })
  })
})

describe('texts', () => {
  it('are decoded once', () => {
    const entry = item('<title>A &amp;amp; B</title><description>&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;</description>')
    expect(entry).toMatchObject({ title: 'A & B', summaryHtml: '<p>1 &lt; 2</p>' })
  })

  it('may use short entities of the document itself', () => {
    const feed = parse(
      '<!DOCTYPE rss [<!ENTITY paper "The &#x48;arbour">]><rss><channel><title>&paper; News</title></channel></rss>',
    )
    expect(feed.title).toBe('The Harbour News')
  })
})

describe('readFeed', () => {
  it('reads bytes in whatever they are written', () => {
    const decoder = new TextDecoder('windows-1256')
    const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
    const text =
      '<?xml version="1.0" encoding="utf-8"?><rss><channel><title>وكالة الأنباء العربية</title></channel></rss>'
    const bytes = Uint8Array.from(Array.from(text, (char) => byteOf.get(char) ?? 63))
    expect(readFeed(bytes, { url, contentType: 'text/xml; charset=utf-8' })).toMatchObject({
      charset: 'windows-1256',
      feed: { title: 'وكالة الأنباء العربية' },
    })
  })
})
