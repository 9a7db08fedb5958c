import { array, assert, constantFrom, property, string } from 'fast-check'
import { expect, it } from 'vitest'

import { outlineOf } from './blocks.ts'
import { cleanHtml } from './clean-html.ts'
import { attribute, isElement, walk, type DomElement } from './dom.ts'
import { parseHtml } from '@rafid/html'

const base = 'https://news.example/a/1'
const elements = new Set(
  'p h2 h3 h4 ul ol li blockquote table thead tbody tfoot tr td th a em strong b i sup sub br figure img figcaption'.split(
    ' ',
  ),
)
const attributes: Record<string, string[]> = { a: ['href', 'rel'], img: ['src', 'alt'] }

/** Everything a page shows, cleaned. */
function cleaned(html: string): string {
  const root = parseHtml(html)
  const { blocks, pictures } = outlineOf(root)
  return cleanHtml(blocks, pictures, base)
}

function elementsOf(html: string): DomElement[] {
  const found: DomElement[] = []
  const root = parseHtml(html)
  walk(root, {
    enter: (node) => {
      if (isElement(node)) found.push(node)
      return false
    },
  })
  return found
}

const pieces = constantFrom(
  ...`<div>~</div>~<p>~</p>~<p dir=RTL lang=ar>~<br>~<h1>~</h1>~<h2>~</h2>~<h6>~<ul>~</ul>~<ol>~<li>~</li>~<dl>~<dt>~<dd>~</dl>
~<blockquote>~</blockquote>~<table>~</table>~<thead>~<tbody>~<tr>~</tr>~<td>~</td>~<th>~<b>~</b>~<em>~</em>~<i>~<sup>~</sup>~<span>~</span>
~<a href="/x">~<a href="javascript:alert(1)">~<a href="//h/?a=1&amp;b=<>">~</a>~<figure>~</figure>~<figcaption>~</figcaption>~<script>~</script>~<style>~</style>
~<img src=/i.jpg alt="a &quot; b">~<img data-src="/l.jpg" src="data:x" onerror=alert(1)>~<img src="x" width=1>~<img srcset="/s.jpg 300w, /l.jpg 900w">~<noscript>~</noscript>
~<svg onload=alert(1)>~</svg>~<p style="position:fixed" onclick=alert(1) id=location>~<iframe srcdoc="<script>">~<!--~-->~<![CDATA[~]]>~ ~ ~ ~ ~one~ two ~ two ~ two ~ two ~<b>~<a href=y>~Three ends.~&lt;b&gt;~&amp;~&#0;~<~>~"`.split(
    /\n?~/,
  ),
)
const pages = array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

it('cleans what is clean into itself', () => {
  assert(
    property(pages, (html) => {
      const once = cleaned(html)
      expect(cleaned(once)).toBe(once)
    }),
    { numRuns: 3_000 },
  )
})

it('lets nothing through that is not allowed, whatever comes', () => {
  assert(
    property(pages, string({ unit: 'binary' }), (html, noise) => {
      for (const element of elementsOf(cleaned(html + noise))) {
        expect(elements).toContain(element.name)
        const allowed = [...(attributes[element.name] ?? []), 'dir', 'lang']
        for (const name of Object.keys(element.attribs)) expect(allowed).toContain(name)
        for (const name of ['href', 'src']) expect(attribute(element, name)).toMatch(/^(?:https?:|mailto:|$)/)
      }
    }),
    { numRuns: 1_000 },
  )
})
