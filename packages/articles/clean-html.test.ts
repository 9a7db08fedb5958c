import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'

const lead = 'The harbour of the old town will be repaired next year, the council decided on Monday evening.'
const end = 'Work is expected to last for twelve months, and fishermen will keep their berths in the meantime.'

function clean(inner: string) {
  return extractArticle(`<article><p>${lead}</p>${inner}<p>${end}</p></article>`, { url: 'https://news.example/a/1' })
    .html
}

describe('what may run or load is gone', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="javascript:alert(1)">',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<p><a href="jav&#x09;ascript:alert(1)">a link that is quite a bit longer, and text.</a></p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<p style="position:fixed" onclick="alert(1)" id="location" class="x">A paragraph with a style, and a handler too.</p>',
    '<math><xmp><img src=x onerror=alert(1)></xmp></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; is how an attack is written, they say.</p>',
    '<object data="x"></object><embed src="x"><form action="//evil.example"><input></form>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  ]
  it.each(attacks)('%s', (attack) => {
    const html = clean(attack)
    expect(html).not.toMatch(/<(?!\/?(?:p|a|figure|img|em|strong|b|i|br)\b)/)
    expect(html).not.toMatch(/<[^>]*\s(?!href=|rel=|src=|alt=|dir=|lang=)[a-z-]+=/)
    expect(html).not.toMatch(/(?:href|src)="(?!https?:)/)
    expect(html).toContain(lead)
    expect(html).toContain(end)
  })
})

it('keeps lists, quotes, tables, emphasis, links, directions and pictures', () => {
  const html = clean(
    `<h2>What will change</h2><ul><li>The eastern pier will be raised by one metre.</li><li>Lamps will be renewed.</li></ul>
     <blockquote dir="rtl" lang="ar"><p>سيعود الميناء كما كان قبل العاصفة، بحسب المجلس.</p></blockquote>
     <table><tr><th>Year</th><th>Cost in millions</th></tr><tr><td>2030</td><td>12 for the first part.</td></tr></table>
     <img src="/i/pier.jpg" alt="The pier"><p>The plan is <em>not</em> <a href="/plan" onclick="x()">new</a>, as <b>many</b> remember.</p>`,
  )
  expect(html).toContain('<h2>What will change</h2>')
  expect(html).toContain(
    '<ul><li>The eastern pier will be raised by one metre.</li>\n<li>Lamps will be renewed.</li>\n</ul>',
  )
  expect(html).toContain('<blockquote dir="rtl" lang="ar"><p>سيعود')
  expect(html).toContain('<tr><td>2030</td>\n<td>12 for the first part.</td>\n</tr>')
  expect(html).toContain('<figure><img src="https://news.example/i/pier.jpg" alt="The pier"></figure>')
  expect(html).toContain('<em>not</em> <a href="https://news.example/plan" rel="nofollow noopener noreferrer">new</a>')
})

it('drops tracking pixels and icons', () => {
  expect(clean('<img src="https://t.example/p.gif" width="1" height="1">')).not.toContain('<img')
})

it('makes paragraphs of lines apart by breaks', () => {
  const html = extractArticle(`<div>${lead}<br><br>${end}</div>`, { url: 'https://news.example/a/1' }).html
  expect(html).toBe(`<p>${lead}</p>\n<p>${end}</p>`)
})
