import type { Block } from './blocks.ts'
import { attribute, type DomElement } from './dom.ts'
import { weightOf } from './prose.ts'

/** What holds the page's headline and this share of its prose is the page. */
const headedShareMin = 0.5
/** Without a headline it needs this share, and a name that nothing that long ever has but the page itself. */
const shareMin = 0.6

/** These may well hold most of a page's words and still be no article. */
const mayOutweigh = /comment|repl(?:y|ies)|respon[ds]|discuss|consent|cookie|related|footer|side|live|forum/i
const boxes = new Set(['div', 'section', 'td', 'form', 'span'])

/** The prose inside, and whether the headline is. */
type Wrapper = { weight: number; isHeaded: boolean }

/**
 * Names on what wraps the whole page say nothing of its parts: themes write `ticker`, `sidebar-left` or the kind of
 * advertisement there. Takes the suspicion from every element that holds most of the prose, and the headline or a name
 * that does not tell of comments and the like.
 */
export function acquitWrappers(blocks: Block[]) {
  const wrappers = new Map<DomElement, Wrapper>()
  let total = 0
  for (const block of blocks) {
    const weight = weightOf(block)
    const isHeadline = block.element.name === 'h1'
    total += weight
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
      const wrapper = wrappers.get(suspect.element)
      if (wrapper === undefined) wrappers.set(suspect.element, { weight, isHeaded: isHeadline })
      else {
        wrapper.weight += weight
        wrapper.isHeaded ||= isHeadline
      }
    }
  }
  const acquitted = new Set<DomElement>()
  for (const [element, { weight, isHeaded }] of wrappers) {
    const share = weight / Math.max(1, total)
    if (share >= headedShareMin && share >= shareNeeded(element, isHeaded)) acquitted.add(element)
  }
  if (acquitted.size === 0) return
  for (const block of blocks) {
    for (let suspect = block.suspect; suspect !== null; suspect = suspect.outer) {
      if (acquitted.has(suspect.element)) suspect.suspicion = 0
    }
  }
}

function shareNeeded(element: DomElement, isHeaded: boolean): number {
  if (isHeaded) return headedShareMin
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  return boxes.has(element.name) && !mayOutweigh.test(names) ? shareMin : Infinity
}
