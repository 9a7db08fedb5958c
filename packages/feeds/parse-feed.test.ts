import { describe, expect, it } from 'vitest'

import { parseFeed } from './parse-feed.ts'

const url = 'https://news.example.com/feeds/all.xml'
const parse = (text: string) => parseFeed(text, { url })

const ids = (items: string) => parse(`<rss><channel>${items}</channel></rss>`).entries.map(({ id }) => id)

describe('RSS', () => {
  const feed = parse(`<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel>
        <title>صحيفة المثال</title><link>https://news.example.com/</link><language>ar</language><ttl>30</ttl>
        <atom:link rel="self" href="https://other.example.com/self"/>
        <image><url>/logo.png</url><title>شعار</title><link>https://news.example.com/logo</link></image>
        <item>
          <title>افتتاح &lt;b&gt;الجسر&lt;/b&gt; &amp;amp; النفق</title>
          <link>/news/1?id=2&amp;x=3</link><guid isPermaLink="false">n-1</guid>
          <description>&lt;p&gt;ملخص&lt;/p&gt;</description><c:encoded><![CDATA[<p>النص الكامل</p>]]></c:encoded>
          <pubDate>Sat, 01 Mar 2025 10:00:00 +0300</pubDate><dc:creator>سعاد</dc:creator>
          <category>محليات</category><category>جسور</category><category>محليات</category>
          <media:content url="https://img.example.com/1.jpg" medium="image"/>
        </item>
        <item><title>Second</title><guid>https://news.example.com/news/2</guid><author>desk@example.com (The Desk)</author></item>
        <item><title>Third</title><link>javascript:alert(1)</link><pubDate>someday</pubDate></item>
      </channel>
    </rss>`)

  it('tells what the feed says of itself', () => {
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'صحيفة المثال',
      siteUrl: 'https://news.example.com/',
      lang: 'ar',
      hints: { ttlMinutes: 30 },
      entriesDropped: 0,
    })
  })

  it('reads every field of an entry', () => {
    expect(feed.entries[0]).toMatchObject({
      id: 'n-1',
      url: 'https://news.example.com/news/1?id=2&x=3',
      title: 'افتتاح الجسر & النفق',
      summaryHtml: '<p>ملخص</p>',
      contentHtml: '<p>النص الكامل</p>',
      author: 'سعاد',
      publishedAt: new Date('2025-03-01T07:00:00Z'),
      updatedAt: null,
      keywords: ['محليات', 'جسور'],
      image: 'https://img.example.com/1.jpg',
    })
  })

  it('takes a permanent guid for the link', () => {
    expect(feed.entries[1]).toMatchObject({
      id: 'https://news.example.com/news/2',
      url: 'https://news.example.com/news/2',
      author: 'The Desk',
    })
  })

  it('drops a link nobody should follow and makes an id out of the rest', () => {
    expect(feed.entries[2]).toMatchObject({
      url: null,
      publishedAt: null,
      id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
  })
})

describe('Atom', () => {
  const feed = parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://blog.example.com/" xml:lang="fr">
    <a:title type="html">Le &amp;lt;Monde&amp;gt;</a:title><a:link href="/"/><a:author><a:name>Rédaction</a:name></a:author>
    <a:entry xml:base="2025/"><a:id>tag:example.com,2025:1</a:id><a:title type="text">a &lt; b</a:title>
      <a:link rel="enclosure" href="x.jpg" type="image/jpeg"/><a:link rel="alternate" href="un"/>
      <a:published>2025-03-01T10:00:00.5Z</a:published><a:updated>2025-03-02T10:00:00Z</a:updated>
      <a:category term="sciences" label="Sciences"/>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &amp; deux<br/>trois</p></div></a:content>
      <a:source><a:title>Ailleurs</a:title><a:id>x</a:id></a:source>
    </a:entry></a:feed>`)

  it('reads prefixed elements, nested bases and inherited authors', () => {
    expect(feed).toMatchObject({
      format: 'atom',
      title: 'Le <Monde>',
      siteUrl: 'https://blog.example.com/',
      lang: 'fr',
    })
    expect(feed.entries).toMatchObject([
      {
        id: 'tag:example.com,2025:1',
        url: 'https://blog.example.com/2025/un',
        title: 'a < b',
        summaryHtml: null,
        contentHtml: '<p>Un &amp; deux<br>trois</p>',
        author: 'Rédaction',
        publishedAt: new Date('2025-03-01T10:00:00.500Z'),
        publishedFrom: { from: 'published', written: '2025-03-01T10:00:00.5Z' },
        updatedAt: new Date('2025-03-02T10:00:00Z'),
        keywords: ['Sciences'],
        image: 'https://blog.example.com/2025/x.jpg',
      },
    ])
  })

  it('escapes plain text that becomes HTML', () => {
    const [entry] = parse(
      '<feed><entry><title>x</title><summary type="text">1 &lt; 2 &amp;amp; 3</summary></entry></feed>',
    ).entries
    expect(entry?.summaryHtml).toBe('1 &lt; 2 &amp;amp; 3')
  })
})

describe('RDF', () => {
  it('reads items beside their channel', () => {
    const feed =
      parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://rdf.example.com/"><title>RDF</title><link>https://rdf.example.com/</link><d:language>de</d:language></channel>
      <item rdf:about="https://rdf.example.com/1"><title>Eins</title><d:date>2025-03-01</d:date><d:subject>Wetter</d:subject></item></rdf:RDF>`)
    expect(feed).toMatchObject({ format: 'rdf', title: 'RDF', lang: 'de' })
    expect(feed.entries[0]).toMatchObject({
      id: 'https://rdf.example.com/1',
      url: 'https://rdf.example.com/1',
      title: 'Eins',
      keywords: ['Wetter'],
    })
  })
})

describe('JSON Feed', () => {
  it('is recognised without its version, by hand-made commas and numbers as ids', () => {
    const feed = parse(
      '\ufeff{"title":"J","home_page_url":"/","items":[{"id":7,"url":"/7","title":"Seven","content_text":"a < b","tags":["x","x",3],"date_published":"2025-03-01T10:00:00+02:00","authors":[{"name":"N"}]},]}',
    )
    expect(feed).toMatchObject({ format: 'json', title: 'J', siteUrl: 'https://news.example.com/' })
    expect(feed.entries).toMatchObject([
      {
        id: '7',
        url: 'https://news.example.com/7',
        title: 'Seven',
        summaryHtml: null,
        contentHtml: 'a &lt; b',
        author: 'N',
        publishedAt: new Date('2025-03-01T08:00:00Z'),
        updatedAt: null,
        keywords: ['x'],
        image: null,
      },
    ])
  })
})

describe('identity', () => {
  it('falls back from guid to link to a hash of title and date', () => {
    const hashed = '<item><title>t</title><pubDate>2025-03-01</pubDate></item>'
    expect(ids('<item><guid></guid><link>https://x.example.com/1</link></item>')).toEqual(['https://x.example.com/1'])
    expect(ids(hashed)).toEqual(ids(hashed))
    expect(ids(hashed)).not.toEqual(ids(hashed.replace('03', '04')))
  })

  it('shortens a guid of a megabyte', () => {
    expect(ids(`<item><guid>${'g'.repeat(1 << 20)}</guid></item>`)[0]).toMatch(/^sha256:/)
  })

  it('keeps entries apart that share one guid', () => {
    const both = ids(
      '<item><guid>1</guid><link>http://a.example.com/</link></item><item><guid>1</guid><link>http://b.example.com/</link></item>',
    )
    expect(both).toEqual(['1|http://a.example.com/', '1|http://b.example.com/'])
  })
})
