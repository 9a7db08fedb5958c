import { words } from '@rafid/text'

import type { Block, Outline } from './blocks.ts'
import { cueOf, isHeading, roleOfPhrase, type Cue } from './cue-of.ts'
import type { CueRole } from './cue-phrases.ts'
import { isElement, type DomParent } from './dom.ts'
import { massOf } from './mass.ts'
import { endsSentence, isProse, weightOf } from './prose.ts'

/** A label with what belongs to it: another story, a list of tags, the name of a source. */
export type Section = { role: CueRole; rest: string; label: Block; members: Block[] }

/** The links of a section in order, but for a label that is one itself. */
export function linksOf({ role, label, members }: Section): Block['links'] {
  const [first, ...others] = label.links
  const own = first !== undefined && roleOfPhrase(first.text) === role ? others : label.links
  return [...own, ...members.flatMap((block) => block.links)]
}
type Sectioned = { kept: Block[]; sections: Section[] }

/** A wrapper that begins with a label holds that section only, unless it holds this much of the prose. */
const wrapperShareMax = 0.5
/** Tags and names are short lines. */
const itemMassMax = 90
/** Without a text before them, a source and tags stand over it. */
const toldMassMin = 200
const closingLinesMax = 3
/** Names in a row under their label; a sentence with commas has longer parts, or fewer. */
const nameMassMax = 45
const namesMin = 3
const rowSeparator = /[,،;؛|#•·]|\s[-–—/]\s/
/** A paragraph that repeats this share of a linked headline's words is that story's, not ours. */
const teaserShareMin = 0.4
/** From this share of the prose on, a source or a list of tags ends the article. */
const tailShareMin = 0.5

/**
 * Takes labelled sections out of a run of blocks. The first rule that fits decides where a section ends: the element
 * that begins with its label; the end of the article, if the article has already ended; the links or short lines that
 * follow; or, where the label is followed by a headline without a link, the next label, for what is between is another
 * story's text.
 */
export function withoutSections(blocks: Block[], ranges: Outline['ranges']): Sectioned {
  const scene = new Scene(blocks, ranges)
  const kept: Block[] = []
  const sections: Section[] = []
  let end = 0
  let at = -1
  for (const block of blocks) {
    at++
    const cue = cueOf(block)
    const within = at < end
    if (cue !== null) {
      end = Math.max(end, scene.endOf(cue, at))
      sections.push({ role: cue.role, rest: cue.rest, label: block, members: [] })
    } else if (within) {
      sections.at(-1)?.members.push(block)
    } else {
      kept.push(block)
      scene.pass(block)
    }
  }
  return { kept, sections }
}

class Scene {
  readonly #blocks: Block[]
  readonly #total: number
  /** The weight of all blocks before an index. */
  readonly #weightUpTo = [0]
  readonly #ranges: Outline['ranges']
  #before = 0
  #toldMass = 0
  #closing: { role: CueRole; at: number } | null = null
  #ended = false

  constructor(blocks: Block[], ranges: Outline['ranges']) {
    this.#blocks = blocks
    this.#ranges = ranges
    let total = 0
    for (const block of blocks) this.#weightUpTo.push((total += weightOf(block)))
    this.#total = total
  }

  pass(block: Block) {
    this.#before += weightOf(block)
    if (block.linkMass === 0) this.#toldMass += block.mass
  }

  /** The index after the last block of the section whose label stands at an index. */
  endOf(cue: Cue, at: number): number {
    const late = this.#before >= tailShareMin * this.#total || this.#isSecondClosing(cue, at)
    if (cue.role === 'source') return this.#endOfSource(cue, at, late)
    if (cue.role === 'tags') return this.#endOfTags(cue, at, late)
    if (cue.role === 'comments') return late ? this.#blocks.length : at + 1
    if (cue.role === 'read-also' || cue.role === 'similar') return this.#endOfStories(cue, at)
    return at + 1
  }

  /** A source and a list of tags one after the other end even a text that is shorter than what follows. */
  #isSecondClosing({ role }: Cue, at: number): boolean {
    if (role !== 'source' && role !== 'tags') return false
    const first = this.#closing
    this.#closing = { role, at }
    return first !== null && first.role !== role && at - first.at <= closingLinesMax && this.#toldMass >= toldMassMin
  }

  #endOfSource(cue: Cue, at: number, late: boolean): number {
    this.#ended ||= late
    if (this.#hasContent(cue, at)) return at + 1
    const next = this.#blocks[at + 1]
    return next !== undefined && isItem(next) && cueOf(next) === null ? at + 2 : at + 1
  }

  #endOfTags(cue: Cue, at: number, late: boolean): number {
    this.#ended ||= late
    // What follows a list on the label's own line is something else: tools, the footer.
    if (this.#hasContent(cue, at)) return at + 1
    const next = this.#blocks[at + 1]
    if (next !== undefined && isRowOfNames(next)) return at + 2
    return this.#skip(at + 1, (block) => isItem(block) && !isHeading(block))
  }

  /** Whether what a label announces stands on its own line. */
  #hasContent({ role, rest }: Cue, at: number): boolean {
    const label = this.#blocks[at]
    return rest !== '' || (label !== undefined && linksOf({ role, rest, label, members: [] }).length > 0)
  }

  #endOfStories(cue: Cue, at: number): number {
    if (this.#ended) return this.#blocks.length
    const wrapped = this.#endOfWrapper(at)
    if (wrapped > at + 1) return wrapped
    const links = this.#skip(at + 1, isLinkLine)
    const inLabel = this.#hasContent(cue, at)
    const next = this.#blocks[links]
    const headline = this.#blocks[links - 1]
    if (next === undefined || headline === undefined) return links
    if (inLabel || links > at + 1) return isTeaserOf(headline, next, this.#blocks[0]) ? this.#endOfStory(links) : links
    if (isProse(next) || cueOf(next) !== null) return links
    const story = isHeading(next) || !endsSentence(next.text)
    return story && this.#before > 0 ? this.#endOfStory(links) : links
  }

  #endOfWrapper(at: number): number {
    let end = at + 1
    const before = this.#blocks[at - 1]?.index ?? -1
    for (let node: DomParent | null = this.#blocks[at]?.element ?? null; isElement(node); node = node.parent) {
      const range = this.#ranges.get(node)
      if (range === undefined || range.from <= before) break
      const after = this.#positionOf(range.to)
      if (this.#weightBetween(at, after) > wrapperShareMax * this.#total) break
      end = after
    }
    return end
  }

  /** Where in this run the first block stands whose index is not below one. */
  #positionOf(index: number): number {
    let [low, high] = [0, this.#blocks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#blocks[middle]?.index ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Another story runs to the next label of a section; one that would swallow most of the page is not believed. */
  #endOfStory(from: number): number {
    const sectionRoles = new Set<CueRole>(['similar', 'tags', 'source', 'comments', 'read-also'])
    const end = this.#skip(from, (block) => !sectionRoles.has(cueOf(block)?.role ?? 'share'))
    return this.#weightBetween(from, end) > this.#before ? from : end
  }

  #weightBetween(from: number, to: number): number {
    return (this.#weightUpTo[to] ?? 0) - (this.#weightUpTo[from] ?? 0)
  }

  #skip(from: number, belongs: (block: Block) => boolean): number {
    let at = from
    for (let block = this.#blocks[at]; block !== undefined && belongs(block); block = this.#blocks[at]) at++
    return at
  }
}

function isItem(block: Block): boolean {
  return isLinkLine(block) || (block.mass <= itemMassMax && !endsSentence(block.text))
}

/** «one, two, three» or «one - two - three»: a row of names has no verb and no full stop. */
function isRowOfNames(block: Block): boolean {
  const names = block.text.split(rowSeparator)
  return names.length >= namesMin && !endsSentence(block.text) && names.every((name) => massOf(name) <= nameMassMax)
}

export function isLinkLine(block: Block): boolean {
  return block.linkMass >= 0.7 * block.mass
}

function isTeaserOf(headline: Block, paragraph: Block, lead: Block | undefined): boolean {
  const own = overlap(headline, paragraph)
  return own >= teaserShareMin && (lead === undefined || own > overlap(lead, paragraph))
}

function overlap(of: Block, within: Block): number {
  const sought = new Set(words(of.text).filter((word) => word.length > 3))
  const present = new Set(words(within.text))
  return sought.size < 3 ? 0 : [...sought].filter((word) => present.has(word)).length / sought.size
}
