import type { Block } from './blocks.ts'
import { attribute, type DomElement } from './dom.ts'
import { weightOf } from './prose.ts'

/** What holds the page's headline and this share of its prose is the page. */
const headedShareMin = 0.5
/** Without a headline it needs this share, and a name that nothing that long ever has but the page itself. */
const shareMin = 0.6

/** These may well hold most of a page's words and still be no article. */
const mayOutweigh = /comment|repl(?:y|ies)|respon[ds]|discuss|consent|cookie|related|footer|side|live|forum/i
const wrappers = new Set(['div', 'section', 'td', 'form', 'span'])

/**
 * Names on what wraps the whole page say nothing of its parts: themes write `ticker`, `sidebar-left` or the kind of
 * advertisement there. Takes the suspicion from every element that holds most of the prose, and the headline or a name
 * that does not tell of comments and the like.
 */
export function acquitWrappers(blocks: Block[]) {
  const weights = new Map<DomElement, number>()
  const headed = new Set<DomElement>()
  let total = 0
  for (const block of blocks) {
    const weight = weightOf(block)
    total += weight
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
      weights.set(suspect.element, (weights.get(suspect.element) ?? 0) + weight)
      if (block.element.name === 'h1') headed.add(suspect.element)
    }
  }
  const acquitted = new Set<DomElement>()
  for (const [element, weight] of weights) {
    const share = weight / Math.max(1, total)
    if (share >= headedShareMin && share >= shareNeeded(element, headed)) acquitted.add(element)
  }
  if (acquitted.size === 0) return
  for (const block of blocks) {
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
      if (acquitted.has(suspect.element)) suspect.suspicion = 0
    }
  }
}

function shareNeeded(element: DomElement, headed: Set<DomElement>): number {
  if (headed.has(element)) return headedShareMin
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  return wrappers.has(element.name) && !mayOutweigh.test(names) ? shareMin : Infinity
}
