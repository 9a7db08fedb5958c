import { CodedError, codeOf } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFeed } from './parse-feed.ts'
import type { FeedEntry } from './parsed-feed.ts'
import { readFeed } from './read-feed.ts'

const options = { url: 'https://news.example.com/feed' }

function codeFor(text: string): string {
  try {
    parseFeed(text, options)
    return 'parsed'
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error)
  }
}

const entries = (text: string): FeedEntry[] => parseFeed(text, options).entries
const titles = (items: string) =>
  entries(`<rss><channel><title>F</title>${items}</channel></rss>`).map(({ title }) => title)

describe('ill-formed feeds are read as they are meant', () => {
  it.each([
    ['a stray &', '<item><title>A & B</title></item>', 'A & B'],
    ['a stray <', '<item><title>5 < 6 and I <3 you</title></item>', '5 < 6 and I <3 you'],
    ['a missing </title>', '<item><title>Open<link>https://x.example.com/</link></item>', 'Open'],
    ['another case in the end tag', '<item><TITLE>Case</title></item>', 'Case'],
    ['control characters and marks inside', '<item><title>A\u0000\u0008\ufeffB\u202e</title></item>', 'AB'],
    ['an HTML entity', '<item><title>caf&eacute;&nbsp;&unknown;</title></item>', 'café &unknown;'],
    [
      'numeric references to windows-1252, surrogates and nothing',
      '<item><title>&#146;&#55357;&#56832;&#0;&#x110000;</title></item>',
      '’😀\ufffd',
    ],
    ['markup nobody escaped', '<item><title>A <b>bold</b> word</title></item>', 'A bold word'],
    ['attributes without quotes', '<item x=1 y="2 z><title>T</title></item>', 'T'],
  ])('with %s', (_name, items, title) => {
    expect(titles(items)).toEqual([title])
  })

  it('with items that never end', () => {
    expect(titles('<item><title>1</title><item><title>2</title><item><title>3</title>')).toEqual(['1', '2', '3'])
  })

  it('with HTML in one entry that closes what it did not open', () => {
    expect(
      titles(
        '<item><title>1</title><description></div></p></rubbish></description></item><item><title>2</title></item>',
      ),
    ).toEqual(['1', '2'])
  })

  it('cut off in the middle, keeping what was complete', () => {
    expect(titles('<item><title>1</title></item><item><title>2</title><link>http')).toEqual(['1', '2'])
    expect(entries('<rss><channel><item><title><![CDATA[Cut').map(({ title }) => title)).toEqual(['Cut'])
  })

  it.each([
    [
      'junk before the root',
      `\ufeff \n junk <?xml version="1.0"?><rss version="9"><channel><item><title>T</title></item></channel></rss>`,
    ],
    ['a prefixed root', '<x:rss xmlns:x="urn:x"><x:channel><x:item><x:title>T</x:title></x:item></x:channel></x:rss>'],
    [
      'the namespace of another format',
      '<rss xmlns="http://www.w3.org/2005/Atom"><channel><item><title>T</title></item></channel></rss>',
    ],
    ['no channel', '<rss><item><title>T</title></item></rss>'],
    ['no rss', '<channel><item><title>T</title></item></channel>'],
    ['a wrapper around the items', '<rss><channel><items><item><title>T</title></item></items></channel></rss>'],
    [
      'a page glued to its end',
      '<rss><channel><item><title>T</title></item></channel></rss><html><body>x</body></html>',
    ],
    [
      'the document type of RSS 0.91',
      '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example.com/rss.dtd"><rss><channel><item><title>T</title></item></channel></rss>',
    ],
  ])('with %s', (_name, text) => {
    expect(entries(text).map(({ title }) => title)).toEqual(['T'])
  })
})

describe('what is no feed is called so', () => {
  it.each([
    ['nothing', '', 'feed.not_a_feed'],
    ['plain text', 'Not found', 'feed.not_a_feed'],
    ['a page', '<!DOCTYPE html><html><body>Log in</body></html>', 'feed.not_a_feed'],
    ['a page that shows a feed', '<html><body><rss><channel><item/></channel></rss></body></html>', 'feed.not_a_feed'],
    ['OPML', '<opml><body><outline xmlUrl="http://x.example.com/"/></body></opml>', 'feed.not_a_feed'],
    ['other JSON', '{"error":"no"}', 'feed.not_a_feed'],
    ['broken JSON', '{"items":[', 'feed.not_a_feed'],
    ['JSON of great depth', '['.repeat(200_000), 'feed.not_a_feed'],
    ['a feed that is all comment', '<!-- <rss><channel></channel></rss>', 'xml.malformed'],
    ['two document types', '<!DOCTYPE rss><!DOCTYPE rss><rss/>', 'xml.entities'],
    ['entities made of entities', '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', 'xml.entities'],
    ['an entity from a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', 'xml.entities'],
    ['thousands of entities', `<!DOCTYPE r [${'<!ENTITY a "b">'.repeat(2_000)}]><rss/>`, 'xml.entities'],
  ])('%s', (_name, text, code) => {
    expect(codeFor(text)).toBe(code)
  })

  it('but a large entity is merely not expanded', () => {
    const text = `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(5_000)}">]><rss><channel><item><title>${'&a;'.repeat(100)}</title></item></channel></rss>`
    expect(entries(text)[0]?.title).toBe('&a;'.repeat(100))
  })
})

describe('limits', () => {
  it('keeps the newest 500 of many entries', () => {
    const items = Array.from(
      { length: 2_000 },
      (_, day) =>
        `<item><title>${day}</title><pubDate>${new Date(day * 86_400_000 + 1e12).toUTCString()}</pubDate></item>`,
    )
    const feed = parseFeed(`<rss><channel>${items.join('')}</channel></rss>`, options)
    expect(feed.entriesDropped).toBe(1_500)
    expect(feed.entries.length).toBe(500)
    expect(feed.entries[0]?.title).toBe('1999')
    expect(feed.entries.at(-1)?.title).toBe('1500')
  })

  it('cuts fields, not entries', () => {
    const categories = Array.from({ length: 5_000 }, (_, n) => `<category>c${n}</category>`).join('')
    const [entry] = entries(
      `<rss><channel><item><title>${'t'.repeat(10_000)}</title><description>${'d'.repeat(2_000_000)}</description>${categories}</item></channel></rss>`,
    )
    expect(entry?.title.length).toBe(512)
    expect(entry?.summaryHtml?.length).toBe(500_000)
    expect(entry?.keywords.length).toBe(50)
  })

  it.each([
    ['depth', '<a>'.repeat(100_000)],
    ['stray end tags', `${'<b>'.repeat(1_000)}${'</i>'.repeat(100_000)}`],
    ['attributes', `<x ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`],
    ['unclosed quotes', '<x y="'.repeat(50_000)],
    ['openings of CDATA', '<![CDATA['.repeat(50_000)],
    ['openings of comments', '<!--'.repeat(50_000)],
    ['ampersands', '&'.repeat(500_000)],
    ['less-than signs', '< '.repeat(250_000)],
    ['namespaces', `<x ${Array.from({ length: 1_000 }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(' ')}/>`],
    ['a name of a megabyte', `<${'n'.repeat(1 << 20)}>`],
  ])('any %s leave the entry readable', (_name, litter) => {
    const [entry] = entries(
      `<rss><channel><item><title>T</title><description>${litter}</description></item></channel></rss>`,
    )
    expect(entry?.title).toBe('T')
  })

  it('takes nothing for a property that a feed calls __proto__', () => {
    const [entry] = entries(
      '<rss><channel><item><__proto__><x>1</x></__proto__><constructor y="1"/><title>T</title><category>__proto__</category></item></channel></rss>',
    )
    expect(entry?.keywords).toEqual(['__proto__'])
    parseFeed('{"__proto__":{"x":1},"items":[{"__proto__":{"title":"no"},"id":"1"}]}', options)
    expect('x' in {}).toBe(false)
  })
})

it('never throws anything but a coded error, whatever the text', () => {
  const piece = fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<link href="',
    '"/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&#',
    '&amp;',
    '<feed>',
    '<entry>',
    '<content type="xhtml">',
    '<div>',
    '{"items":[',
    ']}',
    '"',
    '<?',
    '<!DOCTYPE',
    '>',
    'عاجل',
    '\ud800',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 }), (pieces) => {
      expect(codeFor(pieces.join(''))).toMatch(/^(parsed|feed\.not_a_feed|xml\.(malformed|entities))$/)
    }),
    { numRuns: 500 },
  )
})

it('never throws anything but a coded error, whatever becomes of the bytes of a feed', () => {
  const feed = new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY n "News">]>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
    <title>&n; أخبار</title><link>https://news.example.com/</link><item><title><![CDATA[A & <b>B</b>]]></title><guid>1</guid>
    <link>/1?a=1&amp;b=2</link><pubDate>Sat, 01 Mar 2025 10:00:00 +0300</pubDate><dc:creator>desk@example.com (Desk)</dc:creator>
    <description>&lt;p style="color: red"&gt;x &lt;img src="/1.jpg" srcset="/2.jpg 2x"&gt;</description>
    <media:content url="/m.jpg" medium="image"/><enclosure url="/e.mp3" type="audio/mpeg" length="3"/></item></channel></rss>`)
  const change = fc.record({
    at: fc.nat(feed.length - 1),
    remove: fc.integer({ min: 0, max: 40 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom('<', '>', '&', ']]>', '"', '</item>').map((text) => new TextEncoder().encode(text)),
    ),
  })
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 8 }),
      fc.option(fc.constantFrom('text/xml; charset=utf-16', 'text/xml; charset=windows-1256')),
      (changes, contentType) => {
        let bytes: Uint8Array = feed
        for (const { at, remove, insert } of changes) {
          bytes = Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)])
        }
        let code = 'parsed'
        try {
          readFeed(bytes, { ...options, contentType })
        } catch (error) {
          code = codeOf(error)
        }
        expect(code).toMatch(/^(parsed|feed\.not_a_feed|xml\.(malformed|entities))$/)
      },
    ),
    { numRuns: 300 },
  )
})
