import { isElement, type DomElement, type DomNode } from './dom.ts'

/**
 * The first nodes inside an element, in document order. For looks at many small elements: where a hostile page nests or
 * fills them, each look still costs no more than so many nodes.
 */
export function nodesWithin(element: DomElement, nodesMax: number): DomNode[] {
  const found: DomNode[] = []
  const waiting: DomNode[] = element.children.slice(0, nodesMax).toReversed()
  for (let node = waiting.pop(); node !== undefined && found.length < nodesMax; node = waiting.pop()) {
    found.push(node)
    if (isElement(node)) waiting.push(...node.children.slice(0, nodesMax).toReversed())
  }
  return found
}
