import type { Block, Suspect } from './blocks.ts'
import { attribute, isElement, isWithin, type DomElement, type DomParent } from './dom.ts'
import { weightOf } from './prose.ts'

/** Prose under a suspicious name counts this much when the article is looked for. */
const factors = [1, 0.5, 0.06] as const
/** Inside the article's element, a weak suspect that holds this share of the prose is the article, whatever its name. */
const weakShareMax = 0.35
/** A strong one must hold most of it. */
const strongShareMax = 0.6

/** Parts of one layout, and how much prose they hold together. */
type Kind = { weight: number }
/** What is known of a suspect: pages nest hundreds of them, and every line inside asks. */
type Judged = { kind: Kind; isOutside: boolean; condemned: boolean | null }

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
  const kinds = new Map<string, Kind>()
  const judged = new Map<Suspect, Judged>()
  const judgedOf = (suspect: Suspect): Judged => {
    const known = judged.get(suspect)
    if (known !== undefined) return known
    const name = kindOf(suspect.element)
    const kind = kinds.get(name) ?? { weight: 0 }
    kinds.set(name, kind)
    const added = { kind, isOutside: surrounds(suspect.element, container), condemned: null }
    judged.set(suspect, added)
    return added
  }
  let total = 0
  for (const block of blocks) {
    const weight = weightOf(block)
    total += weight
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) judgedOf(suspect).kind.weight += weight
  }
  const isGuilty = (suspect: Suspect): boolean => {
    const { kind, isOutside } = judgedOf(suspect)
    if (suspect.suspicion === 0 || isOutside) return false
    return kind.weight / Math.max(1, total) < (suspect.suspicion === 2 ? strongShareMax : weakShareMax)
  }
  const isCondemned = (suspect: Suspect | null): boolean => {
    if (suspect === null) return false
    return (judgedOf(suspect).condemned ??= isGuilty(suspect) || isCondemned(suspect.outer))
  }
  return blocks.filter((block) => !isCondemned(block.suspect))
}

function surrounds(element: DomElement, container: DomParent): boolean {
  return isElement(container) && isWithin(container, element)
}

/** What parts of one layout have in common. */
function kindOf(element: DomElement): string {
  return `${element.name} ${attribute(element, 'class')}`
}
