import type { Block, Outline } from './blocks.ts'
import { attribute, type DomElement, type DomParent } from './dom.ts'
import { trustIn } from './judge-suspects.ts'
import { indexesWithin, rangeSums, sumWithin, type RangeSums } from './range-sums.ts'

/** Fewer alike are chance. */
const cardsMin = 3
/** A teaser's text is short; a chapter under a linked heading is not. */
export const teaserWeightMax = 350
/** A headline, unlike «more», says something. */
const headlineMassMin = 18
/** Teasers are no article; if most of the prose lies in what looks like them, they are not teasers. */
const shareMax = 0.4

type Kind = { cards: Card[] }
type Card = { element: DomElement; weight: number }

/** The lists of teasers of a page: siblings of one kind that each have a linked headline and little text. */
export class Teasers {
  readonly #outline: Outline
  readonly #kinds: Kind[]
  readonly #total: number

  constructor(outline: Outline) {
    const { blocks } = outline
    const weights = rangeSums(blocks.length, blocks, (block) => block.weight * trustIn(block))
    this.#outline = outline
    this.#total = weights[blocks.length] ?? 0
    this.#kinds = kindsOf(outline, weights)
  }

  /** The lines of the page without teasers that say no more than so much. */
  without(weightMax: number): Block[] {
    const cards = this.#kinds.flatMap((kind) => this.#teasersIn(kind, weightMax))
    if (cards.length === 0) return this.#outline.blocks
    const inCards = indexesWithin(this.#outline, cards)
    return this.#outline.blocks.filter((block) => inCards[block.index] === false)
  }

  #teasersIn({ cards }: Kind, weightMax: number): DomElement[] {
    const teasers = cards.filter(({ weight }) => weight <= weightMax)
    const weight = teasers.reduce((sum, card) => sum + card.weight, 0)
    const isList = teasers.length >= cardsMin && weight <= shareMax * this.#total
    return isList ? teasers.map(({ element }) => element) : []
  }
}

function kindsOf({ blocks, ranges }: Outline, weights: RangeSums): Kind[] {
  const headlines = rangeSums(blocks.length, blocks, (block) => (isHeadline(block) ? 1 : 0))
  const byParent = new Map<DomParent, Map<string, Kind>>()
  for (const [element, range] of ranges) {
    if (element.parent === null || element.parent.children.length < cardsMin) continue
    if (element.name === 'p' || sumWithin(headlines, range) === 0) continue
    const weight = sumWithin(weights, range)
    if (weight > teaserWeightMax) continue
    let kinds = byParent.get(element.parent)
    if (kinds === undefined) byParent.set(element.parent, (kinds = new Map()))
    const name = `${element.name}.${firstName(attribute(element, 'class'))}`
    const kind = kinds.get(name)
    if (kind === undefined) kinds.set(name, { cards: [{ element, weight }] })
    else kind.cards.push({ element, weight })
  }
  return [...byParent.values()].flatMap((kinds) => [...kinds.values()]).filter(({ cards }) => cards.length >= cardsMin)
}

function firstName(names: string): string {
  const end = names.search(/\s/)
  return end === -1 ? names : names.slice(0, end)
}

function isHeadline(block: Block): boolean {
  return block.mass >= headlineMassMin && block.linkMass >= 0.8 * block.mass
}
