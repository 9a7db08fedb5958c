import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { outlineOf } from './blocks.ts'
import { pictureUrl } from './lazy-picture.ts'
import { parseHtml } from '@rafid/html'

const base = 'https://news.example/a/1'

function urlOf(html: string): string | null {
  const root = parseHtml(html)
  const picture = outlineOf(root).pictures[0]
  if (picture === undefined) throw new Error('no picture')
  return pictureUrl(picture.element, base)
}

it.each([
  ['its source', '<img src="/a.jpg">', 'https://news.example/a.jpg'],
  ['what a script would put there', '<img src="/dot.gif" data-src="/a.jpg">', 'https://news.example/a.jpg'],
  [
    'the source, where the late one is none',
    '<img src="/a.jpg" data-src="javascript:x">',
    'https://news.example/a.jpg',
  ],
  [
    'the widest sensible candidate',
    '<img srcset="/s.jpg 320w, /m.jpg 1200w, /l.jpg 4000w">',
    'https://news.example/m.jpg',
  ],
  ['the narrowest, where all are too wide', '<img srcset="/l.jpg 4000w,/m.jpg 2000w">', 'https://news.example/m.jpg'],
  ['the sharper of two', '<img src="/1.jpg" srcset="/1.jpg 1x,/2.jpg 2x">', 'https://news.example/2.jpg'],
  ['a candidate that loads late', '<img src="/dot.gif" data-srcset="/a,b.jpg 640w">', 'https://news.example/a,b.jpg'],
  [
    'the source of its picture',
    '<picture><source srcset="/a.webp 800w"><img src="data:image/gif;base64,R0"></picture>',
    'https://news.example/a.webp',
  ],
  [
    'the fallback for readers without scripts',
    '<img src="data:image/gif;base64,R0"><noscript><img src="/a.jpg"></noscript>',
    'https://news.example/a.jpg',
  ],
])('takes %s', (_name, html, url) => {
  expect(urlOf(html)).toBe(url)
})

it.each([
  ['a pixel', '<img src="https://t.example/p" width="1" height="1">'],
  ['a pixel by style', '<img src="https://t.example/p" style="border:0;width:1px;height:1px">'],
  ['nothing in sight', '<img src="https://t.example/p" height="0px">'],
  ['an icon', '<img src="/i.png" width="24">'],
  ['what is no address', '<img src="data:image/svg+xml,<svg>"><noscript>no picture</noscript>'],
])('drops %s', (_name, html) => {
  expect(urlOf(html)).toBeNull()
})

it('gives an address of http or nothing, whatever is written', () => {
  assert(
    property(string(), string(), (source, set) => {
      const root = parseHtml('<img>')
      const element = outlineOf(root).pictures[0]?.element
      if (element === undefined) throw new Error('no picture')
      element.attribs = { src: source, srcset: set, 'data-src': set }
      expect(pictureUrl(element, base) ?? 'https:').toMatch(/^https?:/)
    }),
  )
})
