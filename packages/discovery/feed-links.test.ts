import fc from 'fast-check'
import { expect, it } from 'vitest'
import { feedLinks } from './feed-links.ts'

const page = 'https://news.example/world/index.html'
const urls = (html: string) => feedLinks(html, page).map(({ url }) => url)

it('takes what a page declares, in its order, and leaves style sheets and interfaces alone', () => {
  const html = `
    <link rel="alternate" type="application/rss+xml" title="News" href="/rss">
    <link rel="Alternate" type="application/atom+xml; charset=utf-8" href="atom.xml">
    <link rel="feed" href="//feeds.example/json">
    <link rel="alternate" type="application/json" href="https://news.example/wp-json/wp/v2/pages/1">
    <link rel="alternate" type="text/html" hreflang="ar" href="/ar">
    <link rel="alternate stylesheet" type="text/xml" href="/style.xml">`
  expect(feedLinks(html, page)).toEqual([
    { url: 'https://news.example/rss', title: 'News', isDeclared: true },
    { url: 'https://news.example/world/atom.xml', title: null, isDeclared: true },
    { url: 'https://feeds.example/json', title: null, isDeclared: true },
  ])
})

it('takes links that look like a feed after them, and comments last', () => {
  const html = `
    <a href="/comments/feed/">Comments</a> <a href="/news/rss.xml"><img></a> <a href="/x">خلاصات</a>
    <a href="/about">About us</a> <a href="/forfeedback">Feedback</a> <a href="/feed.png">feed</a>
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/c">
    <link rel="alternate" type="application/rss+xml" title="News" href="/n">`
  expect(urls(html)).toEqual([
    'https://news.example/n',
    'https://news.example/c',
    'https://news.example/news/rss.xml',
    'https://news.example/x',
    'https://news.example/comments/feed/',
  ])
})

it('resolves against the base of the page and understands addresses for readers', () => {
  const html = `<base href="https://cdn.example/a/"><link rel=alternate type="text/xml" href="f">
    <a href="feed://news.example/one">RSS</a><a href="feed:https://news.example/two">RSS</a>`
  expect(urls(html)).toEqual(['https://cdn.example/a/f', 'http://news.example/one', 'https://news.example/two'])
})

it('takes no address that nobody may fetch', () => {
  expect(
    urls('<a href="javascript:rss">rss</a><link rel=feed href="file:///rss"><link rel=feed href="http://">'),
  ).toEqual([])
})

it('never throws, and keeps its limit', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => void feedLinks(html, page)))
  expect(urls(Array.from({ length: 500 }, (_, n) => `<a href="/${n}/rss">rss`).join(''))).toHaveLength(50)
})
