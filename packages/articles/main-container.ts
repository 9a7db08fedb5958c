import type { Block } from './blocks.ts'
import { isElement, type DomElement, type DomParent } from './dom.ts'
import { trustIn } from './judge-suspects.ts'
import { weightOf } from './prose.ts'
import { namesMainText } from './suspicion.ts'

/** A child that holds this share of its parent's prose holds the article. */
const shareMin = 0.75
/** The whole page holds its furniture too, so one of its parts needs less. */
const pageShareMin = 0.67
/** One that is named for it needs less. */
const namedShareMin = 0.5

/**
 * The smallest element around the article: from the root down, as long as one child holds most of the prose. It stops
 * where the paragraphs lie in several children, so that parts of one article stay together.
 */
export function mainContainer(root: DomParent, blocks: Block[]): DomParent {
  const weights = new Map<DomParent, number>()
  for (const block of blocks) {
    const weight = weightOf(block) * trustIn(block)
    if (weight > 0) addUpwards(weights, block.element, weight)
  }
  let container = root
  for (let child = heaviest(container, weights); child !== null; child = heaviest(container, weights)) {
    const share = (weights.get(child) ?? 0) / (weights.get(container) ?? 1)
    if (share < leastShare(container, child)) break
    if (isParagraph(child)) break
    container = child
  }
  return container
}

function leastShare(container: DomParent, child: DomElement): number {
  if (namesMainText(child)) return namedShareMin
  return isElement(container) && container.name !== 'body' && container.name !== 'html' ? shareMin : pageShareMin
}

function addUpwards(weights: Map<DomParent, number>, from: DomElement, weight: number) {
  for (let node: DomElement['parent'] | DomElement = from; node !== null; node = node.parent) {
    weights.set(node, (weights.get(node) ?? 0) + weight)
  }
}

function heaviest(parent: DomParent, weights: Map<DomParent, number>): DomElement | null {
  let best: DomElement | null = null
  for (const child of parent.children) {
    if (isElement(child) && (weights.get(child) ?? 0) > (best === null ? 0 : (weights.get(best) ?? 0))) best = child
  }
  return best
}

/** An article of one paragraph lies in what is around the paragraph, with its neighbours. */
function isParagraph(element: DomElement): boolean {
  return /^(?:p|li|ul|ol|blockquote|td|h[1-6]|pre|dd)$/.test(element.name)
}
