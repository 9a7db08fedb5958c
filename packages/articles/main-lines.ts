import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { isHeading } from './cue-of.ts'
import { endMark } from './end-mark.ts'
import { endsSentence, isProse, paragraphMassMax } from './prose.ts'
import { withoutPostscript } from './postscript.ts'
import { isLinkLine } from './sections.ts'

/** A paragraph of this mass that comes again elsewhere is a copy for another size of screen. */
const copyMassMin = 60
/** A heading that ends like a sentence and is this long is the standfirst. */
const standfirstMassMin = 60
/** A longer heading says something even without a text of its own. */
const statementMassMin = 40
/** Longer lines are paragraphs even if all of them is a link. */
const linkLineMassMax = 250
/** Fewer short lines are no article. */
const listingMassMin = 200
/** Longer texts are books; the rest of one is left out. */
const textMassMax = 1_000_000

/**
 * The lines of an article among those of its container: from the first paragraph to the last, without repeated titles,
 * captions that repeat an image's alternative text, lines that are only links, and headings of what was taken out.
 *
 * @param known normalised titles and alternative texts, which are not part of the text
 * @param named whether the container is named for an article's text, so that a list of short lines in it is one
 */
export function mainLines(blocks: Block[], known: Set<string>, named: boolean): Block[] {
  const seen = new Map<string, Block['element']['parent']>()
  const lines = blocks.filter((block, at) => {
    const key = normaliseText(block.text)
    if (known.has(key) || block.mass > paragraphMassMax || block.element.name === 'figure') return false
    if (
      isLinkLine(block) &&
      block.mass < linkLineMassMax &&
      !isWrittenAddress(block) &&
      !headsText(block, blocks[at + 1])
    )
      return false
    if (block.mass < copyMassMin) return true
    const first = seen.get(key)
    seen.set(key, first ?? block.element.parent)
    return first === undefined || first === block.element.parent
  })
  if (named && isListing(lines)) return withoutIdleHeadings(bounded(lines))
  const first = lines.findIndex((line) => isProse(line) || isStandfirst(line))
  const last = lines.findLastIndex(isProse)
  if (first === -1 || last === -1) return []
  return withoutIdleHeadings(withoutPostscript(bounded([...lines.slice(first, last + 1), ...listAfter(lines, last)])))
}

/** An address written out tells where to go; a linked phrase alone in its line leads away from the text. */
function isWrittenAddress(block: Block): boolean {
  return block.links.every(({ text, href }) => text === href || /^https?:\/\/\S+$/.test(text))
}

/** A linked heading right over a paragraph of the same box is a chapter, not another story. */
function headsText(block: Block, next: Block | undefined): boolean {
  return /^h[2-4]$/.test(block.element.name) && next?.element.parent === block.element.parent && isProse(next)
}

function bounded(lines: Block[]): Block[] {
  let mass = 0
  return lines.filter((line) => (mass += line.mass) <= textMassMax)
}

/** Results, programmes and charts are short lines, hardly a sentence among them. */
function isListing(lines: Block[]): boolean {
  const mass = massOfAll(lines)
  return mass >= listingMassMin && massOfAll(lines.filter(isProse)) < mass / 2
}

function massOfAll(lines: Block[]): number {
  return lines.reduce((sum, line) => sum + line.mass, 0)
}

function isStandfirst(block: Block): boolean {
  return /^h[2-6]$/.test(block.element.name) && block.mass >= standfirstMassMin && endsSentence(block.text)
}

/** Items of a list and short paragraphs right after the last sentence, among its siblings, still belong to it. */
function listAfter(lines: Block[], last: number): Block[] {
  const parent = lines[last]?.element.parent
  const rest = lines.slice(last + 1)
  const stop = rest.findIndex((line) => !belongsAfter(line, parent))
  return stop === -1 ? rest : rest.slice(0, stop)
}

function belongsAfter(line: Block, parent: Block['element']['parent'] | undefined): boolean {
  if (endMark(line.text) !== null) return false
  if (line.linkMass > 0.3 * line.mass) return false
  if (/^(?:li|dd|dt)$/.test(line.element.name)) return true
  return line.element.parent === parent && /^(?:p|h[2-4])$/.test(line.element.name)
}

function withoutIdleHeadings(lines: Block[]): Block[] {
  return lines.filter((line, at) => {
    if (!/^h[1-6]$/.test(line.element.name)) return true
    const next = lines[at + 1]
    if (next === undefined) return false
    const isAlike = isHeading(next) && next.element.name === line.element.name
    return !isAlike || next.index === line.index + 1 || line.mass >= statementMassMin
  })
}
