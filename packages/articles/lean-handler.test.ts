import { expect, it } from 'vitest'

import { isElement, textOf, walk } from './dom.ts'
import { parseHtml } from './parse-html.ts'

function namesIn(html: string): string[] {
  const names: string[] = []
  walk(parseHtml(html), {
    enter: (node) => {
      if (isElement(node)) names.push(node.name)
      return false
    },
  })
  return names
}

it('leaves out comments, programs and styles, but not the data for machines', () => {
  const html =
    '<!-- x --><style>p{}</style><script>a()</script><script type="application/ld+json">{"a":1}</script><p>Text</p>'
  expect(namesIn(html)).toEqual(['script', 'p'])
  expect(textOf(parseHtml(html))).toBe('Text')
})

it('keeps the blank between two words and drops the one between two blocks', () => {
  const root = parseHtml('<div> <p><b>one</b> <i>two</i></p> <p>three</p> </div>')
  expect(textOf(root)).toBe('one twothree')
})

it('joins a text that a comment or an entity cuts', () => {
  expect(textOf(parseHtml('<p>fish<!-- and -->market &amp; harbour</p>'))).toBe('fishmarket & harbour')
})

it.each(['svg', 'math'])('leaves out what is inside of %s, with pages inside of it', (name) => {
  const html = `<p>Before <${name}><path/><title>T</title><foreignObject><div>inset</div></foreignObject></${name}> after</p>`
  expect(namesIn(html)).toEqual(['p'])
  expect(textOf(parseHtml(html))).toBe('Before after')
})

it('takes a block after a drawing that was never closed for a part of the page', () => {
  expect(textOf(parseHtml('<svg><g><path d="M0"/><div><p>Text <em>goes</em> on</p></div>'))).toBe('Text goes on')
})

it('reads a page beyond the limits of depth without its tags', () => {
  const root = parseHtml(`${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}<p>after</p>`)
  expect(textOf(root)).toContain('deep')
  expect(textOf(root)).toContain('after')
})
