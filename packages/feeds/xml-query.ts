import { resolveReference } from './resolve-url.ts'
import type { XmlElement } from './xml-element.ts'

/** The child elements of a name, in order. */
export function childrenOf(element: XmlElement, key: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.key === key)
}

/** Whether there is anything in an element. */
export function isFilled(element: XmlElement): boolean {
  return element.children.length > 0
}

/** All the text inside, trimmed, markup left out; '' for a missing element. Iterative, whatever the depth. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const [only] = element.children
  if (element.children.length <= 1 && typeof only !== 'object') return (only ?? '').trim()
  let text = ''
  const rest: (XmlElement | string)[] = [element]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') text += next
    else for (const child of next.children.toReversed()) rest.push(child)
  }
  return text.trim()
}

/** The elements of these keys anywhere below, not those inside one another. */
export function findAll(root: XmlElement, keys: readonly string[]): XmlElement[] {
  const found: XmlElement[] = []
  const rest: XmlElement[] = [root]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next !== root && keys.includes(next.key)) {
      found.push(next)
      continue
    }
    for (const child of next.children.toReversed()) if (typeof child !== 'string') rest.push(child)
  }
  return found
}

/** What relative URLs inside the element start from: the nested `xml:base` values, resolved outside in. */
export function baseOf(element: XmlElement, feedUrl: string): string {
  let bases: string[] | undefined
  for (let current: XmlElement | null = element; current !== null; current = current.parent) {
    const base = current.attributes.size === 0 ? undefined : current.attributes.get('xml:base')
    if (base !== undefined) (bases ??= []).push(base)
  }
  if (bases === undefined) return feedUrl
  return bases.reduceRight((outer, base) => resolveReference(base, outer) ?? outer, feedUrl)
}

/** The nearest `xml:lang`; '' there means that none is known. */
export function langOf(element: XmlElement): string | null {
  for (let current: XmlElement | null = element; current !== null; current = current.parent) {
    const lang = current.attributes.get('xml:lang')?.trim()
    if (lang !== undefined) return lang === '' ? null : lang
  }
  return null
}
