import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmlProblem } from './feeds/well-formed.ts'
import { jsonMarkup, markup } from './markup.ts'

describe('markup', () => {
  it('escapes text and leaves markup alone', () => {
    const inner = markup`<b>${'a < b & "c"'}</b>`
    expect(markup`<p>${inner}${undefined}${7}</p>`.markup).toBe('<p><b>a &lt; b &amp; &quot;c&quot;</b>7</p>')
  })

  it('is well-formed whatever text is put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlProblem(markup`<a href="${text}">${text}</a>`.markup)).toBeUndefined()
      }),
    )
  })

  it('writes structured data that cannot close its script element and reads back the same', () => {
    const data = { headline: '</script><b>&"' }
    expect(jsonMarkup(data).markup).not.toContain('<')
    expect(JSON.parse(jsonMarkup(data).markup)).toEqual(data)
  })
})

describe('xmlProblem', () => {
  it('finds unbalanced elements, stray signs and unknown entities', () => {
    expect(xmlProblem('<a><b></a>')).toContain('closes another')
    expect(xmlProblem('<a>')).toContain('not closed')
    expect(xmlProblem('<a>x < y</a>')).toContain('stray')
    expect(xmlProblem('<a>x & y</a>')).toContain('stray')
    expect(xmlProblem('<?xml version="1.0"?><a x="1"><b/>&amp;</a>')).toBeUndefined()
  })
})
