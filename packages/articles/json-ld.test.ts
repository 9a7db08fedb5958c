import { expect, it } from 'vitest'

import { pageFacts } from './page-facts.ts'
import { parseHtml } from '@rafid/html'

function data(json: string) {
  const root = parseHtml(`<script type="application/ld+json">${json}</script>`)
  return pageFacts(root).data
}

it('finds the article in a graph, and its author by reference', () => {
  const found = data(
    `{"@graph":[{"@type":"WebPage","name":"page"},{"@type":["NewsArticle"],"headline":"A &amp; B","author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Salma Nasser"}]}`,
  )
  expect(found?.headline).toBe('A & B')
  expect(found?.authors).toEqual(['Salma Nasser'])
})

it('reads a body with line breaks inside its string, and HTML in it', () => {
  expect(data('{"@type":"Article","articleBody":"<p>One.</p><p>Two.</p>","keywords":"a, b"}')?.body).toBe(
    'One.\n\nTwo.',
  )
  expect(data('{"@type":"Article","headline":"broken\nline"}')?.headline).toBe('broken line')
})

it('gives nothing for broken or foreign data', () => {
  expect(data('{"@type":"Article",')).toBeNull()
  expect(data('["__proto__"]')).toBeNull()
  expect(data('{"@type":"Organization","name":"x"}')).toBeNull()
  expect(data('[['.repeat(5000))).toBeNull()
})

it('reads data that nests further than a call stack', () => {
  const nested = (begin: string, end: string) => `${begin.repeat(20_000)}"x"${end.repeat(20_000)}`
  expect(data(`{"@type":"Article","headline":"A","image":${nested('{"url":', '}')}}`)?.image).toBeNull()
  expect(data(`{"@type":"Article","image":{"url":[{"contentUrl":"/a.jpg"}]}}`)?.image).toBe('/a.jpg')
})
