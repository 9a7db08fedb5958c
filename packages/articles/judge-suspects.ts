import type { Block, Suspect } from './blocks.ts'
import { attribute, isWithin, type DomElement, type DomParent } from './dom.ts'
import { weightOf } from './prose.ts'

/** Prose under a suspicious name counts this much when the article is looked for. */
const factors = [1, 0.5, 0.06] as const
/** Inside the article's element, a weak suspect that holds this share of the prose is the article, whatever its name. */
const weakShareMax = 0.35
/** A strong one must hold most of it. */
const strongShareMax = 0.6

/** How much of a line's weight counts when the article is looked for. */
export function trustIn(block: Block): number {
  let worst: 0 | 1 | 2 = 0
  for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
    if (suspect.suspicion > worst) worst = suspect.suspicion
  }
  return factors[worst]
}

/**
 * Judges the elements inside the article's element whose names speak against them, by the share of prose they would
 * take away; parts of one kind count together. Names around the article's element have been outweighed already.
 */
export function withoutSuspects(blocks: Block[], container: DomParent): Block[] {
  const weights = new Map<string, number>()
  const outside = new Map<DomElement, boolean>()
  let total = 0
  for (const block of blocks) {
    const weight = weightOf(block)
    total += weight
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
      weights.set(kindOf(suspect.element), (weights.get(kindOf(suspect.element)) ?? 0) + weight)
      if (!outside.has(suspect.element)) outside.set(suspect.element, surrounds(suspect.element, container))
    }
  }
  const guilty = (suspect: Suspect): boolean => {
    if (suspect.suspicion === 0 || outside.get(suspect.element) === true) return false
    const share = (weights.get(kindOf(suspect.element)) ?? 0) / Math.max(1, total)
    return share < (suspect.suspicion === 2 ? strongShareMax : weakShareMax)
  }
  return blocks.filter((block) => {
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) if (guilty(suspect)) return false
    return true
  })
}

function surrounds(element: DomElement, container: DomParent): boolean {
  return 'attribs' in container && isWithin(container, element)
}

/** What parts of one layout have in common. */
function kindOf(element: DomElement): string {
  return `${element.name} ${attribute(element, 'class')}`
}
