import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { normalLine } from './normal-line.ts'

/** So many lines are looked at before the text. */
const linesBefore = 30
/** A standfirst as long as a paragraph belongs to the text; a shorter one is a second headline. */
const massMin = 150

/**
 * The paragraph under the headline that pages set apart from the text and repeat as their description, null where there
 * is none.
 *
 * @param lines the text found so far
 * @param descriptions what the page declares as its description
 */
export function standfirst(blocks: Block[], lines: Block[], descriptions: string[]): Block | null {
  const first = lines[0]?.index ?? 0
  const declared = new Set(descriptions.map(normaliseText))
  if (declared.size === 0) return null
  const before = blocks.slice(Math.max(0, first - linesBefore), first)
  const found = before.findLast((block) => isStandfirst(block, declared)) ?? null
  if (found === null) return null
  return lines.some((line) => normalLine(line) === normalLine(found)) ? null : found
}

function isStandfirst(block: Block, declared: Set<string>): boolean {
  if (block.mass < massMin || block.linkMass > 0 || block.element.name === 'h1') return false
  return declared.has(normalLine(block))
}
