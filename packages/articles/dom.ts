import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent, HtmlText } from '@rafid/html'

export type DomDocument = HtmlDocument
export type DomNode = HtmlNode
export type DomElement = HtmlElement
export type DomText = HtmlText
export type DomParent = HtmlParent

const irregularBlank = /[^\S ]| {2}/

/** Called for each node on the way down (true: skip what is inside) and for each element on the way up. */
type Visitor = { enter: (node: DomNode) => boolean; leave?: (element: DomElement) => void }

/** Walks a tree in document order without recursion: a hostile page nests deeper than any call stack. */
export function walk(root: DomParent, visitor: Visitor) {
  let node: DomNode | null = root.children[0] ?? null
  while (node !== null) {
    if (!visitor.enter(node) && isElement(node)) {
      const child: DomNode | undefined = node.children.length > 0 ? node.children[0] : undefined
      if (child !== undefined) {
        node = child
        continue
      }
      visitor.leave?.(node)
    }
    node = node.next ?? following(node, root, visitor)
  }
}

function following(from: DomNode, root: DomParent, visitor: Visitor): DomNode | null {
  let node = from
  while (node.next === null) {
    const parent: DomNode['parent'] = node.parent
    if (parent === null || parent === root || !isElement(parent)) return null
    visitor.leave?.(parent)
    node = parent
  }
  return node.next
}

export function isElement(node: DomNode | DomParent | null | undefined): node is DomElement {
  if (node === null || node === undefined) return false
  return node.type === 'tag' || node.type === 'script' || node.type === 'style'
}

export function isText(node: DomNode): node is DomText {
  return node.type === 'text'
}

/** The value of an attribute without blanks at its ends, '' when absent. */
export function attribute(element: DomElement, name: string): string {
  return element.attr(name)?.trim() ?? ''
}

/** All text inside, blanks collapsed. */
export function textOf(root: DomParent): string {
  let text = ''
  walk(root, {
    enter: (node) => {
      if (isText(node)) text += node.data
      else if (isElement(node)) text += node.name === 'br' ? ' ' : ''
      return isElement(node) && (node.name === 'script' || node.name === 'style')
    },
  })
  return collapse(text)
}

export function collapse(text: string): string {
  // Most irregular blanks are at the ends.
  return singleSpaced(text.trim())
}

/** The same with a blank left at either end where there was any. */
export function singleSpaced(text: string): string {
  return irregularBlank.test(text) ? text.replace(/\s+/g, ' ') : text
}

/** Whether an element is inside another, or is it. */
export function isWithin(element: DomElement, ancestor: DomParent): boolean {
  let node: DomElement['parent'] | DomElement = element
  while (node !== null) {
    if (node === ancestor) return true
    node = node.parent
  }
  return false
}

/** Whether an element is inside one of some, or is one of them. */
export function isInside(element: DomElement, some: Set<DomElement>): boolean {
  for (let node: DomParent | null = element; isElement(node); node = node.parent) if (some.has(node)) return true
  return false
}
