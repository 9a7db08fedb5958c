import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHtml } from './safe-html.ts'

describe('what could act', () => {
  it.each([
    '<script>boom()</script>',
    '<img src=x onerror=boom()>',
    '<svg onload=boom()><circle/></svg>',
    '<svg><textarea><img src=x onerror=boom()></textarea></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=boom()></style></mglyph></table></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=boom()>"></p></noscript>',
    '<xmp><script>boom()</script></xmp>',
    '<iframe srcdoc="<script>boom()</script>"></iframe>',
    '<iframe src="https://youtube.com.evil.example/"></iframe>',
    '<object data="boom.swf"></object><embed src="boom.swf">',
    '<form action="/feeds" method="post"><input name="url" value="x"><button>Go</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><style>@import "https://evil.example/x.css"</style>',
    '<template><img src=x onerror=boom()></template>',
  ])('is gone from %s', (hostile) => {
    const clean = safeHtml(`<p>before</p>${hostile}`)
    expect(clean).toMatch(/^<p>before<\/p>/)
    expect(clean).not.toMatch(/<(?!p>|\/p>)/)
  })

  it.each([
    'javascript:boom()',
    'jav&#x09;ascript:boom()',
    ' JaVaScRiPt:boom()',
    '&#1;javascript:boom()',
    'data:text/html,<script>boom()</script>',
    'vbscript:boom()',
    'tel:123',
    '/relative',
    '',
  ])('leaves the words of a link to %s, not the link', (href) => {
    expect(safeHtml(`<p><a href="${href}">words</a></p>`)).toBe('<p>words</p>')
  })

  it('loses styles, classes, names and handlers that could pass for our own', () => {
    const posing = '<div id="content" class="top" name="q" style="position:fixed;inset:0" onclick="boom()">text</div>'
    expect(safeHtml(posing)).toBe('<div>text</div>')
  })

  it('takes no picture but one of the web', () => {
    expect(safeHtml('<img src="data:image/svg+xml,<svg onload=boom()>"><img alt="none">')).toBe('')
  })
})

describe('what belongs to a text', () => {
  it.each([
    '<p dir="rtl" lang="ar">نصّ «مقتبس» فيه <bdi>Rafid 2</bdi></p>',
    '<ul><li>one</li><li>two</li></ul>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
    '<blockquote cite="https://a.example/">said <q>so</q></blockquote>',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<p>1 &lt; 2 &amp;&amp; 3 &gt; 2</p>',
    '<h2>t</h2><p>a<br>b<sup>2</sup></p>',
  ])('stays: %s', (html) => {
    expect(safeHtml(html)).toBe(html)
  })

  it('marks links so that the page they lead to learns nothing', () => {
    expect(safeHtml('<a href="https://a.example/?a=1&amp;b=2" target="_blank">x</a>')).toBe(
      '<a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer">x</a>',
    )
  })

  it('loads pictures late and without a referrer', () => {
    expect(safeHtml('<figure><img src="https://a.example/a.png" alt="&quot;A&quot;"></figure>')).toBe(
      '<figure><img src="https://a.example/a.png" alt="&quot;A&quot;" loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>',
    )
  })

  it('keeps the text of elements it does not know, and one level of headings below the title', () => {
    expect(safeHtml('<h1>big</h1><custom-box><p>text</p></custom-box>')).toBe('<h2>big</h2><p>text</p>')
  })
})

describe('any input', () => {
  const soup = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="https://a.example/">',
        '</a>',
        '<table>',
        '<td>',
        '<svg>',
        '</svg>',
        '<!--',
        '-->',
      ),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=https://a.example/a.png>',
        '<b',
        '"',
        "'",
        '&lt;script&gt;',
        '\0',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )

  it('gives only elements of the list, well formed, and is the same when cleaned again', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const clean = safeHtml(parts.join(''))
        expect(safeHtml(clean)).toBe(clean)
        expect(load(clean)('script, svg, iframe, style, [onerror], [style]').length).toBe(0)
      }),
    )
  })

  it.each(['p', 'div', 'ul', 'table', 'h3', 'figure'])('does not put %s into a paragraph', (name) => {
    const clean = safeHtml(`<p>one<unknown><${name}>two</${name}></unknown></p>`)
    expect(clean).toBe('<p>onetwo</p>')
    expect(safeHtml(clean)).toBe(clean)
  })

  it('is read to its end however deep it nests', () => {
    const clean = safeHtml(`${'<b>'.repeat(5_000)}core`)
    expect(clean).toContain('core')
    expect(clean.match(/<b>/g)?.length).toBe(100)
  })

  it('is cut where nobody writes so many tags', () => {
    expect(safeHtml(`${'<p>x</p>'.repeat(20_000)}end`)).not.toContain('end')
  })
})
