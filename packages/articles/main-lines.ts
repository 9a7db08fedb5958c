import type { Block } from './blocks.ts'
import { isHeading } from './cue-of.ts'
import { isWithin, type DomParent } from './dom.ts'
import { endMark } from './end-mark.ts'
import { normalLine } from './normal-line.ts'
import { endsSentence, isProse, paragraphMassMax } from './prose.ts'
import { withoutPostscript } from './postscript.ts'
import { isLinkLine } from './sections.ts'

/** A paragraph of this mass that comes again elsewhere is a copy for another size of screen. */
const copyMassMin = 60
/** Marks may make a written line longer than its normal form. */
const marksFactor = 2
/** A heading that ends like a sentence and is this long is the standfirst. */
const standfirstMassMin = 60
/** A longer heading says something even without a text of its own. */
const statementMassMin = 40
/** Longer lines are paragraphs even if all of them is a link. */
const linkLineMassMax = 250
/** Fewer short lines are no article. */
const listingMassMin = 200
/** So many short lines before the first sentence are a list. */
const leadingListMin = 4
/** Lists after the text are text up to this share of links; beyond it they lead away. */
const tailLinkShareMax = 0.3
/** A shorter line over or under the text is a name or a date. */
const runMassMin = 25
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
  const knownCharsMax = Math.max(0, ...Array.from(known, (text) => text.length)) * marksFactor
  const lines = blocks.filter((block, at) => {
    if (block.text.length <= knownCharsMax && known.has(normalLine(block))) return false
    if (block.mass > paragraphMassMax || block.element.name === 'figure') return false
    if (
      isLinkLine(block) &&
      block.mass < linkLineMassMax &&
      !isWrittenAddress(block) &&
      !headsText(block, blocks[at + 1])
    )
      return false
    if (block.mass < copyMassMin) return true
    const first = seen.get(block.text)
    seen.set(block.text, first ?? block.element.parent)
    return first === undefined || first === block.element.parent
  })
  if (named && isListing(lines)) return withoutIdleHeadings(bounded(lines))
  const first = lines.findIndex((line) => isProse(line) || isStandfirst(line))
  const last = lines.findLastIndex(isProse)
  if (first === -1 || last === -1) return []
  const text = [...listBefore(lines, first), ...lines.slice(first, last + 1), ...listAfter(lines, last)]
  return withoutIdleHeadings(withoutPostscript(bounded(text)))
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

/**
 * Lists, tables and short paragraphs right after the last sentence, in the same box, still belong to it, up to the end
 * mark, as long as they are not mostly links.
 */
function listAfter(lines: Block[], last: number): Block[] {
  const parent = lines[last]?.element.parent
  if (parent === null || parent === undefined) return []
  const kept: Block[] = []
  let [end, mass, linkMass] = [0, 0, 0]
  for (const line of lines.slice(last + 1)) {
    const belongs = isInList(line, parent) || isSameRun(line, kept.at(-1) ?? lines[last])
    if (!belongs || endMark(line.text) !== null) break
    kept.push(line)
    mass += line.mass
    linkMass += line.linkMass
    if (line.linkMass <= tailLinkShareMax * line.mass && linkMass <= tailLinkShareMax * mass) end = kept.length
  }
  return kept.slice(0, end)
}

/** A list of several lines right before the first sentence, in the same box; a line or two are date and byline. */
function listBefore(lines: Block[], first: number): Block[] {
  const parent = lines[first]?.element.parent
  if (parent === null || parent === undefined) return []
  const before = lines.slice(0, first)
  const start = before.findLastIndex((line) => !isInList(line, parent) || line.linkMass > 0) + 1
  const list = before.slice(start)
  return list.filter((line) => !isHeading(line)).length >= leadingListMin ? list : runBefore(lines, first)
}

/** Short lines right over the first sentence, of one box with it: where it was filed, a second headline, a verse. */
function runBefore(lines: Block[], first: number): Block[] {
  let start = first
  while (start > 0 && isSameRun(lines[start - 1], lines[start])) start--
  return lines.slice(start, first)
}

/** Lines of one box without anything between them, or paragraphs side by side. */
function isSameRun(short: Block | undefined, line: Block | undefined): boolean {
  if (short === undefined || line === undefined || Math.abs(short.index - line.index) !== 1) return false
  if (short.linkMass > 0 || short.mass < runMassMin || short.boldMass > short.mass / 2) return false
  if (short.element === line.element) return true
  const { name, parent } = line.element
  return /^(?:p|div)$/.test(name) && short.element.name === name && short.element.parent === parent
}

function isInList(line: Block, parent: DomParent): boolean {
  const { name } = line.element
  if (/^(?:li|dd|dt)$/.test(name)) return true
  return isWithin(line.element, parent) && /^(?:p|h[2-4]|td|th|pre|blockquote)$/.test(name)
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
