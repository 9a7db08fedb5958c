import { extractArticle } from '@rafid/articles'
import { array, assert, constantFrom, nat, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostilePages } from './hostile-pages.ts'
import { samplePage, sampleParagraphs } from './sample-page.ts'

/** Large enough for many of everything, small enough for the time of a unit test. */
const scale = 0.002
const url = 'https://news.example/harbour/1'
const textOf = (html: string): unknown => extractArticle(html, { url }).text

describe('hostile pages', () => {
  it('have a name each', () => {
    const names = hostilePages.map(([name]) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it.each(hostilePages)('come out as an article with a text, which may be empty: %s', (_name, build) => {
    expect(typeof textOf(build(scale))).toBe('string')
  })
})

describe('the sample page', () => {
  it('gives its paragraphs', () => {
    for (const paragraph of sampleParagraphs) expect(textOf(samplePage)).toContain(paragraph)
  })
})

type Damage = 'cut' | 'double' | 'move' | 'attribute' | 'sign' | 'open'
type Blow = readonly [kind: Damage, at: number, other: number]

/** A page with its tags cut, doubled, moved, left open, and their attributes damaged. */
function damaged(blows: readonly Blow[]): string {
  const parts = samplePage.split(/(?=<)|(?<=>)/)
  for (const [kind, first, second] of blows) {
    const at = first % parts.length
    const part = parts[at] ?? ''
    const middle = second % (part.length + 1)
    if (kind === 'cut') parts.splice(at, 1 + (second % 3))
    else if (kind === 'double') parts.splice(at, 0, part)
    else if (kind === 'move') parts.splice(second % parts.length, 0, ...parts.splice(at, 1))
    else if (kind === 'open') parts[at] = part.slice(0, middle)
    else if (kind === 'sign') parts[at] = part.slice(0, middle) + (samplePage[first] ?? '<') + part.slice(middle)
    else parts[at] = part.replace(/=?"/, ['', '=', "='", '="" "', '=\u0000"'][second % 5] ?? '')
    if (parts.length === 0) return ''
  }
  return parts.join('')
}

describe('extractArticle', () => {
  it('reads whatever bytes come, in whatever encoding', () => {
    const encodings = constantFrom('utf-8', 'utf-16le', 'windows-1256', 'gb18030', 'shift_jis', 'iso-2022-jp')
    assert(
      property(uint8Array({ maxLength: 400 }), encodings, (bytes, encoding) => {
        const noise = new TextDecoder(encoding).decode(bytes)
        expect(typeof textOf(noise)).toBe('string')
        expect(typeof textOf(samplePage.replace('</h1>', () => noise))).toBe('string')
      }),
    )
  })

  it('reads a page whose tags are cut, doubled, moved and damaged', () => {
    const kinds = constantFrom<Damage>('cut', 'double', 'move', 'attribute', 'sign', 'open')
    const blows = array(
      nat(2_000).chain((at) => nat(2_000).chain((other) => kinds.map((kind): Blow => [kind, at, other]))),
      { maxLength: 30 },
    )
    assert(
      property(blows, (some) => {
        expect(typeof textOf(damaged(some))).toBe('string')
      }),
      { numRuns: 100 },
    )
  })
})
