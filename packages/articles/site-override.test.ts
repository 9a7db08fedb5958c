import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract-article.ts'
import { selectorProblem, type SiteOverride } from './site-override.ts'

const sentence = (about: string, n: number) =>
  `The ${about} office said on day ${n} that the old quay will stay closed to larger ferries until the autumn storms have passed.`
const paragraphs = (about: string, count: number) =>
  Array.from({ length: count }, (_, n) => `<p>${sentence(about, n + 1)}</p>`).join('\n')

/** A page whose longest prose is not its article. */
const page = `<html><head><title>Quay closed | Harbour</title><meta property="og:type" content="article"></head><body>
<h1>Quay closed</h1><p class="by">By Mina Rahal</p><time datetime="2026-01-10T08:00:00Z">10 January 2026</time>
<div class="box"><div class="story">${paragraphs('harbour', 3)}<div class="poll">${paragraphs('poll', 1)}</div></div></div>
<p>Source: Mooring Wire</p>
<div class="other">${paragraphs('weather', 12)}</div></body></html>`
const url = 'https://harbour.example/news/quay-closed-until-autumn'

function read(override?: SiteOverride) {
  const unmatched: string[] = []
  const onUnmatched = (selector: string) => void unmatched.push(selector)
  return { ...extractArticle(page, { url, onUnmatched, ...(override && { override }) }), unmatched }
}

describe('an override', () => {
  it('limits the text to what is inside of the elements it names', () => {
    expect(read().text).toContain('weather office')
    const { text, html, unmatched } = read({ text: '.story' })
    expect(text).not.toContain('weather office')
    expect(text.split('\n\n').slice(0, 3)).toEqual([1, 2, 3].map((n) => sentence('harbour', n)))
    expect(html).not.toContain('weather office')
    expect(unmatched).toEqual([])
  })

  it('takes away what it drops, first', () => {
    const { text } = read({ text: '.story', drop: ['.poll', '.other'] })
    expect(text).toBe([1, 2, 3].map((n) => sentence('harbour', n)).join('\n\n'))
    expect(read({ drop: ['.other', '.poll'] }).text).not.toMatch(/weather|poll/)
  })

  it('leaves what stands around the text to be found', () => {
    const { title, publishedDay, attribution } = read({ text: '.story', drop: ['.poll'] })
    expect([title, publishedDay, attribution?.name]).toEqual(['Quay closed', '2026-01-10', 'Mooring Wire'])
  })

  it('takes several elements as the text, in the order of the page', () => {
    const { text } = read({ text: '.story > p, .poll p, .box .story p' })
    expect(text).toContain(sentence('harbour', 3))
    expect(text).not.toContain('weather')
  })

  it('that matches nothing is ignored and told', () => {
    const { unmatched, ...article } = read({ text: '.gone', drop: ['.nowhere', '.never'] })
    const { unmatched: none, ...plain } = read()
    expect(article).toEqual(plain)
    expect(unmatched.toSorted()).toEqual(['.gone', '.never', '.nowhere'])
    expect(none).toEqual([])
  })

  it('may end a line of the page in its middle', () => {
    const inside = sentence('harbour', 1)
    const html = `<body><div>Before the text. <span id="t">${inside} ${sentence('port', 2)}</span> After it.</div></body>`
    const { text } = extractArticle(html, { url, override: { text: '#t' } })
    expect(text).toBe(`${inside} ${sentence('port', 2)}`)
  })
})

it.each([
  '.story',
  'div > p:not(.ad)',
  '[data-x="1"] ~ p',
  'main article, .body',
  'p:nth-child(2)',
  ':is(.a, .b)',
  ':has(> p)',
  'a[href^="https://x.example/<:first"]',
  '.md\\:text',
  '.نص',
])('the selector %s can be used', (selector) => expect(selectorProblem(selector)).toBeNull())

it.each(['', '  ', 'p[', 'p..x', ':nope', 'p:first', 'p > ', '> p', 'a, > p', '<p>', '.a.', ':is(p..x)', 'p >> q'])(
  'the selector "%s" cannot be used',
  (selector) => {
    expect(selectorProblem(selector)).not.toBeNull()
  },
)

it('never throws, whatever the page and whatever selector passed the check', () => {
  const piece = fc.constantFrom('<div class="a">', '<p>', '</div>', 'text', '<a href="#">', '<!--', '<svg>', '<br>')
  const selector = fc.oneof(fc.constantFrom('.a', 'p', '*', 'html', 'div > *', ':root'), fc.string())
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), selector, (pieces, text) => {
      fc.pre(selectorProblem(text) === null)
      extractArticle(pieces.join(''), { url, override: { text } })
      extractArticle(pieces.join(''), { url, override: { drop: [text] } })
    }),
  )
})
