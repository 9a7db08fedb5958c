import { decodeReferences } from './decode-references.ts'
import { feedLimits } from './feed-limits.ts'
import { oneLine, withoutTags } from './markup.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { voidElements } from './allowed-html.ts'
import { baseOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

/** What a text construct holds: HTML, or text that only looks like it. */
type Construct = { readonly isHtml: boolean; readonly value: string }

/**
 * The HTML that a text construct means (RSS descriptions, Atom content), sanitised and trimmed, or null when there is
 * none.
 *
 * RSS means HTML without saying so; Atom says `text`, `html` or `xhtml`, and where it says nothing the text decides.
 *
 * @param base what relative URLs start from where no `xml:base` says otherwise
 */
export function htmlOf(element: XmlElement | undefined, base: string): string | null {
  if (element === undefined) return null
  const { isHtml, value } = constructOf(element)
  const bounded = value.length > feedLimits.htmlCharsMax ? value.slice(0, feedLimits.htmlCharsMax) : value
  const html = isHtml ? sanitiseHtml(bounded, baseOf(element, base)) : escapeText(bounded)
  const trimmed = html.trim()
  return trimmed === '' ? null : trimmed.toWellFormed()
}

/** The same as one line of plain text. */
export function plainTextOf(element: XmlElement | undefined, charsMax: number = feedLimits.titleCharsMax): string {
  if (element === undefined) return ''
  const { isHtml, value } = constructOf(element)
  const bounded = value.slice(0, charsMax * 20)
  const text = isHtml ? oneLine(decodeReferences(withoutTags(bounded))) : oneLine(bounded)
  return text.slice(0, charsMax).toWellFormed()
}

function constructOf(element: XmlElement): Construct {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? ''
  const mode = element.attributes.get('mode')?.trim().toLowerCase() ?? ''
  const hasElements = element.children.some((child) => typeof child !== 'string')
  if (hasElements) return { isHtml: true, value: innerHtml(element, type.includes('xhtml') || mode === 'xml') }
  const text = textOf(element)
  if (mode === 'base64' || isBinary(type))
    return { isHtml: !/^text(?:\/plain)?$/.test(type), value: fromBase64(text) ?? text }
  return { isHtml: meansHtml(element, type, mode, text), value: text }
}

function meansHtml(element: XmlElement, type: string, mode: string, text: string): boolean {
  if (type === '' || type === 'text') {
    if (!isAtoms(element) && type === '') return true
    return (type === '' || mode === 'escaped') && looksLikeHtml(text)
  }
  if (type === 'text/plain') return mode === 'escaped' && looksLikeHtml(text)
  return true
}

/** Whether Atom's rules hold for an element: RSS that says nothing means HTML. */
export function isAtoms(element: XmlElement): boolean {
  for (let current: XmlElement | null = element; current !== null; current = current.parent) {
    if (current.key === 'feed' || current.key === 'entry' || current.name.startsWith('atom:')) return true
  }
  return false
}

/** Only end tags and void elements tell: `a <b> c` may be mathematics. */
function looksLikeHtml(text: string): boolean {
  return (
    text.includes('<') &&
    /<(?:\/(?:a|b|i|em|p|div|span|strong|ul|li|h\d|blockquote|code|pre)\s*>|(?:br|hr|img)\b[^<>]*>)/i.test(text)
  )
}

/** Atom's content of any other media type than text and XML is base64 (RFC 4287, 4.1.3.3). */
function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|xml|html|json/.test(type)
}

function fromBase64(text: string): string | null {
  const compact = text.replaceAll(/\s+/g, '')
  if (!/^[a-z\d+/]*={0,2}$/i.test(compact)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(compact, 'base64'))
  } catch {
    // Bytes that are no text are a picture or a program: nothing to read.
    return ''
  }
}

/**
 * XHTML lies in the tree and its text is text; HTML lies in the text, with stray elements where somebody forgot to
 * escape.
 */
function innerHtml(element: XmlElement, isXhtmlType: boolean): string {
  const isXhtml = isXhtmlType || element.prefix === 'xhtml'
  const [only, ...others] = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const isWrapped = typeof only === 'object' && only.local === 'div' && others.length === 0
  const root = isWrapped && (isXhtml || only.prefix === 'xhtml') ? only : element
  return serialise(root, isXhtml || (isWrapped && only.prefix === 'xhtml'))
}

function serialise(element: XmlElement, escape: boolean): string {
  let html = ''
  // A stack of its own instead of recursion; strings are finished markup.
  const rest: { piece: XmlElement | string; done?: true }[] = []
  const push = (children: XmlElement['children']) => {
    for (const piece of children.toReversed()) rest.push({ piece })
  }
  push(element.children)
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { piece, done } = next
    if (typeof piece === 'string') {
      html += done || !escape ? piece : escapeText(piece)
      continue
    }
    html += startTag(piece)
    if (!voidElements.has(piece.local)) rest.push({ piece: `</${piece.local}>`, done: true })
    push(piece.children)
  }
  return html
}

function startTag(element: XmlElement): string {
  let tag = `<${element.local}`
  for (const [name, value] of element.attributes) {
    if (!name.startsWith('xmlns')) tag += ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`
  }
  return `${tag}>`
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What stands in an element, trimmed, with the markup if somebody forgot to escape it. */
export function rawTextOf(element: XmlElement): string {
  return element.children.some((child) => typeof child !== 'string')
    ? serialise(element, false).trim()
    : textOf(element)
}
