import type { Block, Outline } from './blocks.ts'
import { attribute, type DomElement, type DomParent } from './dom.ts'
import { trustIn } from './judge-suspects.ts'
import { indexesWithin, rangeSums, sumWithin } from './range-sums.ts'

/** Fewer alike are chance. */
const cardsMin = 3
/** A teaser's text is short; a chapter under a linked heading is not. */
const teaserWeightMax = 350
/** A headline, unlike «more», says something. */
const headlineMassMin = 18
/** Teasers are no article; if most of the prose lies in what looks like them, they are not teasers. */
const shareMax = 0.4

/** Takes out lists of teasers: siblings of one kind that each have a linked headline and little text. */
export function withoutCards(outline: Outline, weightMax = teaserWeightMax): Block[] {
  const inCards = indexesWithin(outline, cardsIn(outline, weightMax))
  return outline.blocks.filter((block) => inCards[block.index] === 0)
}

function cardsIn({ blocks, ranges }: Outline, weightMax: number): DomElement[] {
  const headlines = rangeSums(blocks.length, blocks, (block) => (isHeadline(block) ? 1 : 0))
  const weights = rangeSums(blocks.length, blocks, (block) => block.weight * trustIn(block))
  const kinds = new Map<DomParent, Map<string, DomElement[]>>()
  for (const [element, range] of ranges) {
    if (element.parent === null || element.name === 'p') continue
    if (sumWithin(headlines, range) === 0 || sumWithin(weights, range) > weightMax) continue
    const ofParent = kinds.get(element.parent) ?? new Map<string, DomElement[]>()
    const kind = `${element.name}.${attribute(element, 'class').split(/\s/, 1)[0] ?? ''}`
    const alike = ofParent.get(kind) ?? []
    alike.push(element)
    kinds.set(element.parent, ofParent.set(kind, alike))
  }
  const groups = [...kinds.values()].flatMap((ofParent) => [...ofParent.values()])
  const total = weights[blocks.length] ?? 0
  const weightOfGroup = (group: DomElement[]) =>
    group.reduce((sum, card) => sum + sumWithin(weights, ranges.get(card)), 0)
  return groups.filter((group) => group.length >= cardsMin && weightOfGroup(group) <= shareMax * total).flat()
}

function isHeadline(block: Block): boolean {
  return block.mass >= headlineMassMin && block.linkMass >= 0.8 * block.mass
}
