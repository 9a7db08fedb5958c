import { decodeReferences } from './decode-references.ts'
import type { XmlElement } from './xml-tree.ts'
import { textOf } from './xml-query.ts'

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const htmlTag =
  /<\/?(?:a|abbr|article|b|blockquote|br|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|video)(?=[\s/>])[^<>]*>/gi

/**
 * The HTML that a text construct means (RSS descriptions, Atom content), or null when there is none.
 *
 * RSS means HTML without saying so; Atom says `text`, `html` or `xhtml`, and where it says nothing the text decides.
 */
export function htmlOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null
  const html = isPlain(element) ? escapeText(textOf(element)) : innerHtml(element)
  return html.trim() === '' ? null : html.trim()
}

/** The same as one line of plain text. */
export function plainTextOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const text = textOf(element)
  const isText = isPlain(element) || (element.attributes.get('type') ?? '').includes('xhtml')
  return oneLine(isText ? text : decodeReferences(withoutTags(text)))
}

/** Without tags that are HTML beyond doubt; `5 < 6` and `<name>` stay. */
export function withoutTags(html: string): string {
  return html.replaceAll(htmlTag, (tag) => (/^<\/?(?:br|p|div|li|h\d)\b/i.test(tag) ? ' ' : ''))
}

/** White space collapsed; invisible direction marks, which make equal titles differ, removed. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed()
}

function isPlain(element: XmlElement): boolean {
  const type = element.attributes.get('type')?.toLowerCase().trim()
  if (type === 'text' || type === 'text/plain')
    return element.attributes.get('mode') !== 'escaped' || !looksLikeHtml(element)
  return type === undefined && element.prefix === 'atom' && !hasElements(element) && !looksLikeHtml(element)
}

/** Only end tags and void elements tell: `a <b> c` may be mathematics. */
function looksLikeHtml(element: XmlElement): boolean {
  return (textOf(element).match(htmlTag) ?? []).some((tag) => /^<(?:\/|br|hr|img)/i.test(tag))
}

function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string')
}

/**
 * XHTML lies in the tree and its text is text; HTML lies in the text, with stray elements where somebody forgot to
 * escape.
 */
function innerHtml(element: XmlElement): string {
  const type = element.attributes.get('type')?.toLowerCase() ?? ''
  const isXhtml = type.includes('xhtml') || element.attributes.get('mode') === 'xml' || element.prefix === 'xhtml'
  const [only, ...others] = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  if (isXhtml && typeof only === 'object' && only.local === 'div' && others.length === 0)
    return serialise(only, isXhtml)
  return serialise(element, isXhtml)
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
    if (!voids.has(piece.local)) rest.push({ piece: `</${piece.local}>`, done: true })
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

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
