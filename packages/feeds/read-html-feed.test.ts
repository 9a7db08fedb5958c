import { codeOf } from '@rafid/errors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFeed } from './parse-feed.ts'

const url = 'https://news.example.com/latest/'
const parse = (body: string) =>
  parseFeed(
    `<!DOCTYPE html><html lang="ar"><head><title>Latest</title><link rel=hub href=/hub></head><body>${body}</body></html>`,
    { url },
  )
const article = (n: number, time = `<time datetime="2025-03-0${n}T10:00:00Z">March ${n}</time>`) =>
  `<article><img src="/${n}.jpg"><h2><a href="/news/${n}">Story ${n}</a></h2>${time}<p>What happened on day ${n}.<p>More.</article>`

describe('a page as a feed', () => {
  it('is read by its h-entries', () => {
    const feed = parse(`<div class="h-feed"><div class="h-entry"><a class="u-url p-name" href="1">First</a>
      <time class="dt-published" datetime="2025-03-01T10:00:00+02:00">1 March</time><span class="p-author h-card">Desk</span>
      <span class="p-category">port</span><img class="u-photo" src="/1.jpg"><div class="e-content"><p onclick="x()">Ships <b>sail</b>.</p></div>
      <div class="h-cite"><span class="p-name">A comment</span></div></div>
      <div class="hentry"><h2 class="entry-title"><a href="2" rel="bookmark">Second</a></h2><span class="published" title="2025-03-02">2 March</span></div></div>`)
    expect(feed).toMatchObject({
      format: 'html',
      title: 'Latest',
      lang: 'ar',
      hints: { hubs: ['https://news.example.com/hub'] },
    })
    expect(feed.entries).toMatchObject([
      {
        id: 'https://news.example.com/latest/1',
        url: 'https://news.example.com/latest/1',
        title: 'First',
        contentHtml: '<p>Ships <b>sail</b>.</p>',
        author: 'Desk',
        keywords: ['port'],
        image: 'https://news.example.com/1.jpg',
        publishedAt: new Date('2025-03-01T08:00:00Z'),
      },
      { url: 'https://news.example.com/latest/2', title: 'Second', publishedAt: new Date('2025-03-02T00:00:00Z') },
    ])
  })

  it('is read by a list of dated articles', () => {
    expect(parse([1, 2, 3].map((n) => article(n)).join('')).entries).toMatchObject([
      { url: 'https://news.example.com/news/1', title: 'Story 1', publishedAt: new Date('2025-03-01T10:00:00Z') },
      { url: 'https://news.example.com/news/2', title: 'Story 2', image: 'https://news.example.com/2.jpg' },
      { url: 'https://news.example.com/news/3', title: 'Story 3' },
    ])
  })

  it.each([
    [
      'a page that asks one to log in',
      '<h1>Log in</h1><form><input type=password></form><article><h2>Help</h2></article>',
    ],
    ['a single article', article(1)],
    ['articles without dates', [1, 2, 3, 4].map((n) => article(n, '')).join('')],
    ['the same article again and again', article(1).repeat(5)],
  ])('is not %s', (_name, body) => {
    let code: string | undefined
    try {
      parse(body)
    } catch (error) {
      code = codeOf(error)
    }
    expect(code).toBe('feed.not_a_feed')
  })

  it('never throws anything but a coded error', () => {
    const piece = fc.constantFrom(
      '<div class="h-entry">',
      '<a class="u-url" href="',
      '">',
      '</div>',
      '<article>',
      '<h2>',
      '<time datetime="2025',
      '<script>',
      '<p>',
      'x',
      '<',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          parse(pieces.join(''))
        } catch (error) {
          expect(codeOf(error)).toBe('feed.not_a_feed')
        }
      }),
    )
  })
})
