import { normaliseText } from '@rafid/text'

import { acquitWrappers } from './acquit-wrappers.ts'
import type { Block, Outline, Picture } from './blocks.ts'
import { Teasers, teaserWeightMax } from './teasers.ts'
import { untilDeclaredEnd } from './declared-end.ts'
import { firstArticle } from './first-article.ts'
import { attribute, isElement, type DomParent } from './dom.ts'
import { trustIn, withoutSuspects } from './judge-suspects.ts'
import { mainContainer } from './main-container.ts'
import { mainLines } from './main-lines.ts'
import { continuesParagraph, weightOf } from './prose.ts'
import { indexesWithin } from './range-sums.ts'
import { siblingParts } from './sibling-parts.ts'
import { withoutSections, type Section } from './sections.ts'
import { standfirst } from './standfirst.ts'
import { isNamedForText } from './suspicion.ts'

export type MainText = {
  lines: Block[]
  pictures: Picture[]
  sections: Section[]
  /** Share of the prose of the page, boilerplate aside, that the lines hold. */
  share: number
  /** How far the names around the lines can be trusted, from 0 to 1. */
  trust: number
}

/** What a page says of itself: its titles are no part of its text, its description may be. */
type Declared = { titles: string[]; descriptions: string[]; body: string | null }

/** Inside the article, cards that say this much are its chapters. */
const describedWeightMin = 130

/** Finds the article's own lines on a page, and the labelled sections in and after it. */
export function mainText(root: DomParent, outline: Outline, declared: Declared): MainText {
  const { blocks, pictures } = outline
  acquitWrappers(blocks)
  const { candidates, found } = foundLines(root, outline, declared.titles)
  const text = untilDeclaredEnd(found, declared.body)
  const lead = standfirst(blocks, text, declared.descriptions)
  const lines = lead === null ? text : [lead, ...text]
  const first = lines[0]?.index ?? 0
  const last = lines.at(-1)?.index ?? 0
  return {
    lines,
    pictures: pictures.filter(
      (one) => one.beforeBlock > first && one.beforeBlock <= last && (one.suspect()?.suspicion ?? 0) < 2,
    ),
    sections: withoutSections(blocks.slice(first), outline.ranges).sections,
    trust:
      sum(lines) /
      Math.max(
        1,
        lines.reduce((total, line) => total + weightOf(line), 0),
      ),
    share: sum(lines) / Math.max(1, sum(candidates)),
  }
}

function foundLines(root: DomParent, outline: Outline, titles: string[]): { candidates: Block[]; found: Block[] } {
  const { blocks, pictures } = outline
  const teasers = new Teasers(outline)
  const candidates = teasers.without(teaserWeightMax)
  const container = mainContainer(root, outline, candidates)
  const parts = siblingParts(container, outline, candidates)
  const inArticle = isElement(container) ? indexesWithin(outline, [container, ...parts]) : null
  const inside = withoutSuspects(
    teasers.without(describedWeightMin).filter((block) => inArticle?.[block.index] !== false),
    container,
  )
  const { kept } = withoutSections(firstArticle(inside, blocks), outline.ranges)
  const found = mainLines(kept, knownLines(titles, pictures), isElement(container) && isNamedForText(container))
  return { candidates, found }
}

function knownLines(titles: string[], pictures: Picture[]): Set<string> {
  const alternatives = pictures.map((picture) => attribute(picture.element, 'alt'))
  return new Set([...titles, ...alternatives].map(normaliseText).filter((text) => text !== ''))
}

function sum(blocks: Block[]): number {
  return blocks.reduce((total, block) => total + weightOf(block) * trustIn(block), 0)
}

/** Lines as text: paragraphs apart by a blank line, lines within one by a line break. */
export function textOfLines(lines: Block[]): string {
  return lines.map((line, at) => separatorOf(line, lines[at - 1]) + line.text).join('')
}

function separatorOf(line: Block, previous: Block | undefined): string {
  if (previous === undefined) return ''
  return continuesParagraph(line, previous) ? '\n' : '\n\n'
}
