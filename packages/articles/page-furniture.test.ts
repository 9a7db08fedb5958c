import { expect, it } from 'vitest'
import { extractArticle } from './extract-article.ts'

const paragraphs = [
  'Volunteers have planted four hundred apple trees along the old railway, from the mill to the county bridge, in what the council calls the longest orchard in the valley.',
  'The first fruit is expected in five years, and anyone who passes may pick it; a map at each end of the path tells which trees bear early and which keep until the frost.',
  'The council has paid for the stakes and the fences, while the trees were given by three nurseries that had grown too many of them during the dry summer of last year.',
]
const read = (body: string, head = '') =>
  extractArticle(`<html lang="en"><head><title>Orchard</title>${head}</head><body>${body}</body></html>`, {
    url: 'https://news.example/orchard',
  })
const tagged = paragraphs.map((text) => `<p>${text}</p>`)

it('joins the pieces of a text that a template has cut for an advertisement', () => {
  const pieces = tagged.map((text) => `<div class="text-part">${text}</div>`)
  const { text } = read(`<main><h1>Orchard</h1>${pieces.join('<div class="advert">Buy now</div>')}</main>`)
  expect(text).toBe(paragraphs.join('\n\n'))
})

it('reads a page whose outermost box bears the name of furniture', () => {
  const { text } = read(`<div class="sidebar-left"><div><h1>Orchard</h1>${tagged.join('')}</div></div>`)
  expect(text).toBe(paragraphs.join('\n\n'))
})

it('ends where the declared text ends', () => {
  const declared = JSON.stringify({ '@type': 'NewsArticle', headline: 'Orchard', articleBody: paragraphs.join(' ') })
  const appeal =
    '<p>Our reporters walk every path in the valley so that you need not, and a small gift from each reader keeps them in boots.</p>'
  const { text } = read(
    `<article><h1>Orchard</h1>${tagged.join('')}${appeal}</article>`,
    `<script type="application/ld+json">${declared}</script>`,
  )
  expect(text).toBe(paragraphs.join('\n\n'))
})

it('takes the lead that stands apart under the headline when the page repeats it as its description', () => {
  const [lead = '', ...rest] = tagged
  const { text } = read(
    `<header><h1>Orchard</h1>${lead}</header><div class="gallery"></div><div class="story">${rest.join('')}</div>`,
    `<meta name="description" content="${paragraphs[0]}">`,
  )
  expect(text).toBe(paragraphs.join('\n\n'))
})

it('keeps the linked headings of chapters', () => {
  const [first = '', ...rest] = tagged
  const chapters = rest.map((text, at) => `<div><h3><a href="/tree/${at}">Tree ${at}</a></h3>${text}</div>`)
  const { text } = read(`<h1>Orchard</h1><article><div>${first}</div>${chapters.join('')}</article>`)
  expect(text).toBe([paragraphs[0], 'Tree 0', paragraphs[1], 'Tree 1', paragraphs[2]].join('\n\n'))
})

it('keeps an address that is written out, and leaves out a linked phrase alone in its line', () => {
  const [first = '', ...rest] = tagged
  const links =
    '<p><a href="https://map.example/1">https://map.example/1</a></p><p><a href="/n/2">A bridge is closed until the spring</a></p>'
  const { text } = read(`<article><h1>Orchard</h1>${first}${links}${rest.join('')}</article>`)
  expect(text).toBe([paragraphs[0], 'https://map.example/1', ...paragraphs.slice(1)].join('\n\n'))
})

it.each(['has-no-ticker', 'without-sidebar', 'no-related'])(
  'does not take %s for the name of what it lacks',
  (name) => {
    const other =
      '<div><p>Rain is expected from the west in the evening, and the wind will turn during the night.</p></div>'
    const { text } = read(`<div class="${name}"><div>${tagged.join('')}</div></div>${other}`)
    expect(text).toBe(paragraphs.join('\n\n'))
  },
)

it('leaves out the credit that stands in a figure without a caption', () => {
  const [first = '', ...rest] = tagged
  const figure = '<figure><img src="/a.jpg" alt="">Ann Mill/Valley Pictures</figure>'
  expect(read(`<article><h1>Orchard</h1>${first}${figure}${rest.join('')}</article>`).text).toBe(
    paragraphs.join('\n\n'),
  )
})

it('keeps posts that are quoted in the text', () => {
  const [first = '', ...rest] = tagged
  const post =
    '<div class="social-media-embed"><blockquote><p>We have never seen so many people carry a spade to work, and so many apples.</p></blockquote></div>'
  expect(read(`<article><h1>Orchard</h1>${first}${post}${rest.join('')}</article>`).text).toContain('carry a spade')
})
