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
