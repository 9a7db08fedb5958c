import { codeOf } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatOpml } from './format-opml.ts'
import { parseFeedList } from './parse-feed-list.ts'
import { parseOpml } from './parse-opml.ts'

const feed = (url: string, title: string | null = null, category: string | null = null) => ({
  url,
  title,
  siteUrl: null,
  category,
})

const byUrl = (a: { url: string }, b: { url: string }) => a.url.localeCompare(b.url)

describe('parseOpml', () => {
  it('reads feeds with their category, in every spelling of the attributes', () => {
    const list = parseOpml(`<?xml version="1.0"?><opml version="2.0"><head><title>قائمتي</title></head><body>
      <outline text="عام"><outline text="وكالة &amp; صحيفة" xmlUrl="https://a.example.com/feed" htmlUrl="https://a.example.com/"/>
        <outline title="B" XMLURL="http://b.example.com/feed" proxy="http://127.0.0.1/" cookies="x"></outline></outline>
      <outline text="C" xmlurl='https://c.example.com/feed'></body></opml>`)
    expect(list).toEqual({
      title: 'قائمتي',
      feeds: [
        {
          url: 'https://a.example.com/feed',
          title: 'وكالة & صحيفة',
          siteUrl: 'https://a.example.com/',
          category: 'عام',
        },
        feed('http://b.example.com/feed', 'B', 'عام'),
        feed('https://c.example.com/feed', 'C'),
      ],
      problems: [],
    })
  })

  it('takes each feed once', () => {
    const outline = '<outline text="A" xmlUrl="https://a.example.com/feed"/>'
    const list = parseOpml(
      `<opml><body>${outline.repeat(10_000)}<outline xmlUrl="https://www.a.example.com/feed"/></body></opml>`,
    )
    expect(list.feeds).toEqual([feed('https://a.example.com/feed', 'A'), feed('https://www.a.example.com/feed')])
  })

  it('reports what cannot be fetched, without its secrets', () => {
    const urls = [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://me:s3cret@a.example.com/',
      'nonsense',
      'http://a..b/',
    ]
    const list = parseOpml(`<opml><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`)
    expect(list.feeds).toEqual([])
    expect(list.problems).toEqual([
      'outline 1: file:///etc/passwd (url.scheme)',
      'outline 2: javascript:alert(1) (url.scheme)',
      'outline 3: https://a.example.com/ (url.credentials)',
      'outline 4: nonsense (url.invalid)',
      'outline 5: http://a..b/ (url.host)',
    ])
  })

  it('survives depth and bombs', () => {
    const deep = `<opml><body>${'<outline text="x">'.repeat(100_000)}<outline xmlUrl="https://a.example.com/feed"/>`
    expect(parseOpml(deep).feeds.length).toBe(1)
    expect(() => parseOpml('<!DOCTYPE o [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><opml/>')).toThrow(
      expect.objectContaining({ code: 'xml.entities' }),
    )
  })

  it.each(['', 'text', '<rss><channel/></rss>', '<html><body>x</body></html>'])('calls %j no OPML', (text) => {
    expect(() => parseOpml(text)).toThrow(expect.objectContaining({ code: 'opml.invalid' }))
  })
})

describe('formatOpml', () => {
  it('writes what parseOpml reads', () => {
    const word = fc.string({
      minLength: 1,
      maxLength: 20,
      unit: fc.constantFrom('a', 'ع', '&', '<', '"', "'", '>', ';', '🙂'),
    })
    const listed = fc.record({
      url: fc.nat().map((n) => `https://h${n}.example.com/feed?a=1&b=2`),
      title: word,
      siteUrl: fc.option(fc.nat().map((n) => `https://s${n}.example.com/`)),
      category: fc.option(word),
    })
    fc.assert(
      fc.property(word, fc.uniqueArray(listed, { selector: ({ url }) => url, maxLength: 10 }), (title, feeds) => {
        const read = parseOpml(formatOpml(title, feeds))
        expect(read.title).toBe(title)
        expect(read.feeds.toSorted(byUrl)).toEqual(feeds.toSorted(byUrl))
      }),
    )
  })
})

describe('parseFeedList', () => {
  it('reads lines, comments and titles', () => {
    const list = parseFeedList(
      '\ufeff# mine\r\nhttps://a.example.com/feed  وكالة أ # best\n\nhttps://b.example.com/#x\nftp://c.example.com/\n',
    )
    expect(list.feeds).toEqual([feed('https://a.example.com/feed', 'وكالة أ'), feed('https://b.example.com/#x')])
    expect(list.problems).toEqual(['line 5: ftp://c.example.com/ (url.scheme)'])
  })

  it('reads OPML as well', () => {
    expect(parseFeedList('\n<opml><body><outline xmlUrl="https://a.example.com/"/></body></opml>').feeds.length).toBe(1)
  })

  it('never fails without a code', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let code = 'none'
        try {
          parseFeedList(text)
        } catch (error) {
          code = codeOf(error)
        }
        expect(code).not.toBe('bug')
      }),
    )
  })
})
