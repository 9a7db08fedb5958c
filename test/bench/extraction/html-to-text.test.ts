import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from './html-to-text.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const soup = fc
  .array(fc.oneof(fc.constantFrom('<p>', '</p>', '<br>', '<svg>', '</svg>', '<td', '<!--', '&nbsp;', '"'), fc.string()))
  .map((parts) => parts.join(''))

describe('htmlToText', () => {
  it('gives blocks a line each', () => {
    expect(htmlToText('<div><h1>Tide</h1><p>In at six.</p><ul><li>One<li>Two</ul>After</div>')).toBe(
      'Tide\nIn at six.\nOne\nTwo\nAfter',
    )
  })

  it('keeps inline elements in their word', () => {
    expect(htmlToText('<p><b>L</b>arkmoor is <i>calm</i><sup>1</sup>.</p>')).toBe('Larkmoor is calm1.')
  })

  it('breaks at br, parts cells with a blank, collapses blanks', () => {
    expect(htmlToText('<p>one<br>two</p><table><tr><td>a<td>b</tr><tr><td>c</table>  x\n\n&nbsp; y')).toBe(
      'one\ntwo\na b\nc\nx y',
    )
  })

  it('leaves out what a reader does not see', () => {
    const html =
      '<style>p{}</style><script>"<p>"</script><p>seen</p><svg><title>arrow</title></svg><noscript>off</noscript>'
    expect(htmlToText(html)).toBe('seen')
  })

  it('decodes references', () => {
    expect(htmlToText('<p>salt &amp; pepper &#x645;&rlm;</p>')).toBe('salt & pepper م\u200F')
  })

  it('survives elements that are never closed', () => {
    expect(htmlToText('<div>before<svg><p>inside')).toBe('before')
    expect(htmlToText('<div><object><p>inside</div><p>after')).toBe('after')
  })

  it('never throws on any markup', () => {
    fc.assert(fc.property(soup, (html) => typeof htmlToText(html) === 'string'))
  })

  it('gives its own lines back when they come as paragraphs', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const text = htmlToText(html)
        const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`)
        expect(htmlToText(paragraphs.join(''))).toBe(text)
      }),
    )
  })
})
