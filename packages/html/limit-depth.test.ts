import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'

import { limitDepth } from './limit-depth.ts'

const limits = (depthMax: number, more = {}) => ({ depthMax, tagsMax: 1_000, depthSumMax: 10_000, ...more })

it('leaves a page within the limits as it is', () => {
  const html = '<ul><li>a<li>b</ul><p>c<p>d<br><img src=x>'
  expect(limitDepth(html, limits(3))).toBe(html)
})

it('takes out the tags that nest deeper, and keeps their text', () => {
  expect(limitDepth('<div><div><div>deep</div></div>after</div>', limits(2))).toBe('<div><div> deep </div>after</div>')
  expect(limitDepth('<div><div><ul><li>deep<li>er</ul></div></div>', limits(2))).toBe(
    '<div><div>  deep er </div></div>',
  )
})

it('does not count what scripts and comments write, nor make it text', () => {
  const html = `<div><script>"${'<div>'.repeat(50)}"</script><!-- ${'<div>'.repeat(50)} --></div>`
  expect(limitDepth(html, limits(3))).toBe(html)
  expect(limitDepth('<b><b><script>x()</script>', limits(1))).toBe('<b> <script>x()</script>')
})

it('knows that shapes of a drawing close themselves, and boxes of a page do not', () => {
  const drawing = `<svg>${'<path d="M0 0"/>'.repeat(50)}</svg><p>text</p>`
  expect(limitDepth(drawing, limits(3))).toBe(drawing)
  expect(limitDepth(`<svg/>${'<svg/>'.repeat(50)}`, limits(3))).toBe(`<svg/>${'<svg/>'.repeat(50)}`)
  expect(limitDepth('<div/><div/><div/>text', limits(2))).toBe('<div/><div/> text')
})

it('takes out what comes after too many tags, or too many deep ones', () => {
  expect(limitDepth('<p>a<p>b<p>c</p><br>d', limits(9, { tagsMax: 2 }))).toBe('<p>a<p>b c</p> d')
  expect(limitDepth('<b><b><p>a</p><p>b</p></b>', limits(9, { depthSumMax: 4 }))).toBe('<b><b><p>a</p> b</p></b>')
})

it('leaves no tag beyond the depth, whatever comes', () => {
  const piece = constantFrom(
    ...'<div>|</div>|<b>|</b>|<svg>|</svg>|<path/>|<p>|<li>|text|<|<!--|-->|<script>'.split('|'),
  )
  assert(
    property(array(piece), (pieces) => {
      const html = limitDepth(pieces.join(''), limits(2))
      expect(html.length).toBeLessThanOrEqual(pieces.join('').length + pieces.length)
      expect(limitDepth(html, limits(2)).replaceAll(/\s/g, '').length).toBeLessThanOrEqual(html.length)
    }),
  )
})
