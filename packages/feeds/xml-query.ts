import { resolveUrl } from './resolve-url.ts'
import type { XmlElement } from './xml-tree.ts'

/**
 * The child elements of a name, in order.
 *
 * @param name `prefix:local`; a plain name means RSS's own element or Atom's, since feeds declare one and write the
 *   other
 */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  const colon = name.indexOf(':')
  const local = name.slice(colon + 1)
  const prefixes = colon < 0 ? ['', 'atom'] : [name.slice(0, colon)]
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && child.local === local && prefixes.includes(child.prefix),
  )
}

/** The first child, of the first name that has any, that holds something. */
export function firstOf(element: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = childrenOf(element, name).find((child) => child.children.length > 0)
    if (found !== undefined) return found
  }
  return undefined
}

/** All the text inside, trimmed, markup left out; '' for a missing element. Iterative, whatever the depth. */
export function textOf(element: XmlElement | undefined): string {
  let text = ''
  const rest: (XmlElement | string)[] = element === undefined ? [] : [element]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') text += next
    else for (const child of next.children.toReversed()) rest.push(child)
  }
  return text.trim()
}

/** The elements of these local names anywhere below, not those inside one another nor in an extension of the format. */
export function findAll(root: XmlElement, locals: readonly string[]): XmlElement[] {
  const vocabulary = new Set(['', 'atom', 'rdf', 'xhtml'])
  const found: XmlElement[] = []
  const rest: XmlElement[] = [root]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next !== root && locals.includes(next.local)) {
      found.push(next)
      continue
    }
    for (const child of next.children.toReversed()) {
      if (typeof child !== 'string' && (vocabulary.has(child.prefix) || next.parent === null)) rest.push(child)
    }
  }
  return found
}

/** What relative URLs inside the element start from: the nested `xml:base` values, resolved outside in. */
export function baseOf(element: XmlElement, feedUrl: string): string {
  const bases: string[] = []
  for (let current: XmlElement | null = element; current !== null; current = current.parent) {
    const base = current.attributes.get('xml:base')
    if (base !== undefined) bases.push(base)
  }
  return bases.reduceRight((outer, base) => resolveUrl(base, outer) ?? outer, feedUrl)
}

/** The nearest `xml:lang`. */
export function langOf(element: XmlElement): string | null {
  for (let current: XmlElement | null = element; current !== null; current = current.parent) {
    const lang = current.attributes.get('xml:lang')?.trim()
    if (lang) return lang
  }
  return null
}
