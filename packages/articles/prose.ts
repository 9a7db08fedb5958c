import type { Block } from './blocks.ts'

/** A line of this mass reads like a sentence even without punctuation. */
const sentenceMassMin = 100
/** A line with punctuation is a sentence from this mass on. */
const punctuatedMassMin = 30
/** Nobody writes a longer paragraph; what is longer is data or an attack. */
export const paragraphMassMax = 100_000
/** Lines mostly made of links are lists. */
const linkShareMax = 0.5
/** From this mass on a paragraph counts in full: a column of teasers must not outweigh an article of as many letters. */
const fullMass = 220

/** Lists and tables of results are short lines. */
const shortFactor = 0.1

/** Headlines and facts in one line are parted this often. */
const partsMin = 3

const sentenceEnds = new Set('.!?…。！？؟۔।')
const closingSigns = new Set(`'"’”»«“)]`)
const rowSeparator = /[|•]/
const punctuation = /[.!?…。！？؟۔।,،、，;؛:]/
const tagFactor: Record<string, number> = { li: 0.6, td: 0.5, th: 0.2, dt: 0.4, dd: 0.5, pre: 0.7 }

type Line = Omit<Block, 'isProse' | 'weight' | 'cue' | 'normal'>

export function isProse(block: Block): boolean {
  return block.isProse
}

export function weightOf(block: Block): number {
  return block.weight
}

/** Whether a line is running text: long enough, punctuated, not made of links. */
export function readsLikeProse(block: Line): boolean {
  if (block.linkMass > linkShareMax * block.mass || block.mass > paragraphMassMax) return false
  if (block.mass < punctuatedMassMin || /^h[1-6]$/.test(block.element.name)) return false
  if (block.mass < sentenceMassMin && !endsSentence(block.text)) return false
  return !isRow(block.text) && !/^https?:\/\/\S+$/.test(block.text)
}

/** Whether a line is a row of headlines or facts («one • two • three»), as tickers and lines under a headline are. */
function isRow(text: string): boolean {
  if (!rowSeparator.test(text)) return false
  const parts = text.split(rowSeparator).filter((part) => part.trim() !== '')
  return parts.length >= partsMin && parts.filter((part) => endsSentence(part.trim())).length < parts.length / 2
}

export function endsSentence(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && closingSigns.has(text.charAt(last))) last--
  return last >= 0 && sentenceEnds.has(text.charAt(last))
}

/** Verses and addresses break lines inside a paragraph; a break after a full stop begins a new one. */
export function continuesParagraph(line: Block, previous: Block): boolean {
  return line.breaks === 1 && line.element === previous.element && !endsSentence(previous.text)
}

/**
 * How much a line says for an article around it: little for short lines, nothing for links, most for long paragraphs.
 *
 * @param asProse whether it reads like prose
 */
export function weigh(block: Line, asProse: boolean): number {
  if (!asProse) return block.linkMass > 0 || !/^(?:p|li)$/.test(block.element.name) ? 0 : block.mass * shortFactor
  const net = block.mass - block.linkMass
  const signs = punctuation.test(block.text) ? 1 : 0.4
  return net * signs * Math.min(1, 0.25 + net / fullMass) * (tagFactor[block.element.name] ?? 1)
}
