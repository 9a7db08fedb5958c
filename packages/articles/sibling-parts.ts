import type { Block, Outline } from './blocks.ts'
import { attribute, isElement, type DomElement, type DomParent } from './dom.ts'
import { rangeSums, sumWithin } from './range-sums.ts'
import { namesMainText } from './suspicion.ts'

/** Builders wrap a part of a text this often; further out begins the page. */
const levelsMax = 3
/** A part that says less is a label. */
const partWeightMin = 40
/** Parts of an article are text; lists of links beside it are not. */
const linkShareMax = 0.3
/** A box of another kind must be inside what is named for an article, and hold paragraphs and little else. */
const boxWeightMin = 100
const proseShareMin = 0.5
const boxLinkShareMax = 0.15

type Content = { weight: number; mass: number; linkMass: number }

/**
 * The parts of an article that lie beside its container: templates cut a text in pieces where they place pictures,
 * payments and advertisements. A part is a paragraph beside the container or one of the boxes around it, or a box with
 * the same tag and classes as the one on the way.
 */
export function siblingParts(container: DomParent, { blocks, ranges }: Outline, candidates: Block[]): Set<DomElement> {
  const parts = new Set<DomElement>()
  if (!isElement(container)) return parts
  const around = chainOf(container)
  const weights = rangeSums(blocks.length, candidates, (block) => (isSuspect(block, around) ? 0 : block.weight))
  const masses = rangeSums(blocks.length, candidates, (block) => block.mass)
  const linkMasses = rangeSums(blocks.length, candidates, (block) => block.linkMass)
  let inner: DomElement = container
  for (let level = 0; level < levelsMax; level++) {
    const outer: DomParent | null = inner.parent
    if (!isElement(outer) || /^(?:body|html|tr|table|tbody)$/.test(outer.name)) break
    for (const child of outer.children) {
      if (!isElement(child) || child === inner) continue
      const range = ranges.get(child)
      const content = {
        weight: sumWithin(weights, range),
        mass: sumWithin(masses, range),
        linkMass: sumWithin(linkMasses, range),
      }
      if (isPart(child, inner, content)) parts.add(child)
    }
    inner = outer
  }
  return parts
}

function isPart(box: DomElement, inner: DomElement, content: Content): boolean {
  if (content.weight < partWeightMin) return false
  if (box.name === 'p' || isAlike(box, inner)) return content.linkMass <= linkShareMax * content.mass
  if (!isElement(inner.parent) || !namesMainText(inner.parent)) return false
  return (
    content.weight >= boxWeightMin &&
    content.weight >= proseShareMin * content.mass &&
    content.linkMass <= boxLinkShareMax * content.mass
  )
}

function isAlike(one: DomElement, other: DomElement): boolean {
  const names = attribute(one, 'class')
  return names !== '' && one.name === other.name && names === attribute(other, 'class')
}

/** Names around the container have been outweighed already. */
function isSuspect(block: Block, around: Set<DomElement>): boolean {
  for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
    if (!around.has(suspect.element)) return true
  }
  return false
}

/** An element and all it is inside of. */
function chainOf(element: DomElement): Set<DomElement> {
  const chain = new Set<DomElement>()
  for (let node: DomParent | null = element; isElement(node); node = node.parent) chain.add(node)
  return chain
}
