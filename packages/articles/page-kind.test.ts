import { anything, array, assert, constantFrom, property, string, webUrl } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { outlineOf } from './blocks.ts'
import { mainText } from './main-text.ts'
import { pageFacts } from './page-facts.ts'
import { pageKind, type PageKind } from './page-kind.ts'
import { pagesByKind, storyPages } from './page-kind-pages.ts'
import { parseHtml } from '@rafid/html'

function verdictOf(html: string, url: string) {
  const root = parseHtml(html)
  const facts = pageFacts(root)
  const { blocks, ...outline } = outlineOf(root)
  const { lines } = mainText(root, { blocks, ...outline }, { titles: [facts.title], descriptions: [], body: null })
  return pageKind({ url, facts, blocks, lines })
}

describe.each(Object.entries(pagesByKind))('a page of kind %s', (kind, pages) => {
  it.each(pages)('%s', (_name, url, html) => {
    const verdict = verdictOf(html, url)
    expect(verdict.kind, JSON.stringify(verdict)).toBe(kind satisfies string as PageKind)
    expect(verdict.reason).toMatch(/^The .*\.$/s)
    expect(verdict.evidence.length).toBeGreaterThan(0)
  })
})

describe('an article stays one', () => {
  it.each(storyPages)('%s', (_name, url, html) => {
    const verdict = verdictOf(html, url)
    expect(verdict.kind, JSON.stringify(verdict)).toBe('article')
  })
})

it('never throws and is the same again, whatever the page and its address', () => {
  const piece = constantFrom(
    ...Object.values(pagesByKind).flatMap((pages) => pages.flatMap(([, , html]) => html.split(/(?=<)/))),
  )
  assert(
    property(array(piece, { maxLength: 60 }), webUrl(), (pieces, url) => {
      const html = pieces.join('')
      expect(verdictOf(html, url)).toEqual(verdictOf(html, url))
    }),
    { numRuns: 300 },
  )
  assert(property(string({ unit: 'binary' }), string(), (html, url) => verdictOf(html, url).kind !== undefined))
  assert(
    property(anything(), (data) => {
      const json = (JSON.stringify(data) ?? '').replaceAll('</', '')
      return verdictOf(`<script type="application/ld+json">${json}</script>`, '/').kind === 'empty'
    }),
  )
})
