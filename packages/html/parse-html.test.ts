import { expect, it } from 'vitest'

import type { HtmlNode } from './nodes.ts'
import { parseHtml } from './parse-html.ts'

function nodesOf(html: string): HtmlNode[] {
  const found: HtmlNode[] = []
  const waiting: HtmlNode[] = parseHtml(html).children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return found
}

function namesIn(html: string): string[] {
  return nodesOf(html).flatMap((node) => ('name' in node ? node.name : []))
}

function textIn(html: string): string {
  return nodesOf(html)
    .filter((node) => node.type === 'text' && node.parent?.type !== 'script')
    .map((node) => ('data' in node ? node.data : ''))
    .join('')
}

it('leaves out comments, programs and styles, but not the data for machines', () => {
  const html =
    '<!-- x --><style>p{}</style><script>a()</script><script type="application/ld+json">{"a":1}</script><p>Text</p>'
  expect(namesIn(html)).toEqual(['script', 'p'])
  expect(textIn(html)).toBe('Text')
})

it('keeps the blank between two words and drops the one between two blocks', () => {
  expect(textIn('<div> <p><b>one</b> <i>two</i></p> <p>three</p> </div>')).toBe('one twothree')
})

it('joins a text that a comment or an entity cuts', () => {
  expect(textIn('<p>fish<!-- and -->market &amp; harbour</p>')).toBe('fishmarket & harbour')
})

it.each(['svg', 'math'])('leaves out what is inside of %s, with pages inside of it', (name) => {
  const html = `<p>Before <${name}><path/><title>T</title><foreignObject><div>inset</div></foreignObject></${name}> after</p>`
  expect(namesIn(html)).toEqual(['p'])
  expect(textIn(html)).toBe('Before  after')
})

it('takes a block after a drawing that was never closed for a part of the page', () => {
  expect(textIn('<svg><g><path d="M0"/><div><p>Text <em>goes</em> on</p></div>')).toBe('Text goes on')
})

it('reads a page beyond the limits of depth without its tags', () => {
  const html = `${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}<p>after</p>`
  expect(namesIn(html).length).toBeLessThan(200)
  expect(textIn(html)).toMatch(/deep[^]*after/)
})

it('reads values of attributes when they are asked for, also those that are written in capitals', () => {
  const [link] = nodesOf('<A Href="/?a=1&amp;b=2" HREF=x data-Kind=y Hidden>')
  if (link === undefined || !('attr' in link)) throw new Error('no link')
  expect(['href', 'data-kind', 'hidden', 'id'].map((name) => link.attr(name))).toEqual([
    '/?a=1&b=2',
    'y',
    '',
    undefined,
  ])
  expect(link.attribs).toEqual({ href: '/?a=1&b=2', 'data-kind': 'y', hidden: '' })
  link.attribs = { id: 'z' }
  expect(link.attr('id')).toBe('z')
})
