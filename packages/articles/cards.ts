import type { Block } from './blocks.ts'
import { attribute, isElement, isInside, type DomElement, type DomParent } from './dom.ts'
import { trustIn } from './judge-suspects.ts'
import { weightOf } from './prose.ts'

/** Fewer alike are chance. */
const cardsMin = 3
/** A teaser's text is short; a chapter under a linked heading is not. */
const teaserWeightMax = 350
/** A headline, unlike «more», says something. */
const headlineMassMin = 18
/** Teasers are no article; if most of the prose lies in what looks like them, they are not teasers. */
const shareMax = 0.4

type Card = { headlines: number; weight: number }

/** Takes out lists of teasers: siblings of one kind that each have a linked headline and little text. */
export function withoutCards(blocks: Block[], weightMax = teaserWeightMax): Block[] {
  const cards = cardsIn(blocks, weightMax)
  return cards.size === 0 ? blocks : blocks.filter((block) => !isInside(block.element, cards))
}

function cardsIn(blocks: Block[], weightMax: number): Set<DomElement> {
  const facts = new Map<DomElement, Card>()
  for (const block of blocks) {
    const headline = block.linkMass >= 0.8 * block.mass && block.mass >= headlineMassMin ? 1 : 0
    const weight = weightOf(block)
    const trust = trustIn(block)
    for (let node: DomParent | null = block.element; isElement(node); node = node.parent) {
      const card = facts.get(node) ?? { headlines: 0, weight: 0 }
      card.headlines += headline
      card.weight += weight * trust
      facts.set(node, card)
    }
  }
  const kinds = new Map<DomParent, Map<string, DomElement[]>>()
  for (const [element, { headlines, weight }] of facts) {
    if (headlines === 0 || weight > weightMax || element.parent === null || element.name === 'p') continue
    const ofParent = kinds.get(element.parent) ?? new Map<string, DomElement[]>()
    const kind = `${element.name}.${attribute(element, 'class').split(/\s/, 1)[0] ?? ''}`
    const alike = ofParent.get(kind) ?? []
    alike.push(element)
    kinds.set(element.parent, ofParent.set(kind, alike))
  }
  const groups = [...kinds.values()].flatMap((ofParent) => [...ofParent.values()])
  const total = blocks.reduce((sum, block) => sum + weightOf(block) * trustIn(block), 0)
  const weightOfGroup = (group: DomElement[]) => group.reduce((sum, card) => sum + (facts.get(card)?.weight ?? 0), 0)
  return new Set(groups.filter((group) => group.length >= cardsMin && weightOfGroup(group) <= shareMax * total).flat())
}
