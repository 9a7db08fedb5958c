import type { Block, Outline } from './blocks.ts'
import { isElement, type DomElement, type DomParent } from './dom.ts'
import { trustIn } from './judge-suspects.ts'
import { rangeSums, sumWithin } from './range-sums.ts'
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
export function mainContainer(root: DomParent, outline: Outline, candidates: Block[]): DomParent {
  const { blocks, ranges } = outline
  const weights = rangeSums(blocks.length, candidates, (block) => block.weight * trustIn(block))
  let container = root
  let within = weights[blocks.length] ?? 0
  for (;;) {
    const child = heaviest(container, (element) => sumWithin(weights, ranges.get(element)))
    if (child === null || child.weight < leastShare(container, child.element) * within) return container
    if (isParagraph(child.element) || isOneLine(child.element, outline)) return container
    container = child.element
    within = child.weight
  }
}

function leastShare(container: DomParent, child: DomElement): number {
  if (namesMainText(child)) return namedShareMin
  return isElement(container) && container.name !== 'body' && container.name !== 'html' ? shareMin : pageShareMin
}

function heaviest(parent: DomParent, weightOf: (element: DomElement) => number) {
  let best: { element: DomElement; weight: number } | null = null
  for (const child of parent.children) {
    const weight = isElement(child) ? weightOf(child) : 0
    if (isElement(child) && weight > (best?.weight ?? 0)) best = { element: child, weight }
  }
  return best
}

/** An article of one paragraph lies in what is around the paragraph, with its neighbours. */
function isParagraph(element: DomElement): boolean {
  return /^(?:p|li|ul|ol|blockquote|td|h[1-6]|pre|dd)$/.test(element.name)
}

/** A box that holds one line is a paragraph under another name. */
function isOneLine(box: DomElement, { blocks, ranges }: Outline): boolean {
  const range = ranges.get(box)
  return range !== undefined && range.to - range.from === 1 && blocks[range.from]?.element === box
}
