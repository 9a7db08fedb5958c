import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { cuePhrases, type CueRole } from './cue-phrases.ts'
import { collapse, isText } from './dom.ts'
import { firstWordIn } from './first-word.ts'
import { normalLine } from './normal-line.ts'
import { endsSentence } from './prose.ts'

/** A label line: what it announces, and what stands after the label on the same line. */
export type Cue = { role: CueRole; rest: string }

/** A label is short; a longer line that begins with its words is a sentence. */
const labelMassMax = 60
/** A promotion or notice runs to a line, not to a paragraph. */
const noticeMassMax = 220
/** From this share of its text in links a line is a list of links. */
const linkShareMin = 0.5

const notices = new Set<CueRole>(['promotion', 'boilerplate', 'comments'])
const opening = /^[^\p{L}\p{N}]+/u
const separator = /^\s*(?:[:：|؛»›>→↓·•\-–—]|\.{2,}|…|$)/
const separatorWithin = /[:：|»›→]|\s[-–—]\s/
const onlySignsOrCount = /^[^\p{L}]*$/u
const onlySigns = /^[^\p{L}\p{N}]*$/u
const leadingSigns = /^[\s:：|»›→–—-]+/

/** «رابط الخبر بصحيفة الوادي: …» names the source before the colon. */
const namedBeforeColon = /^(?:\s+[\p{L}\p{N}]{1,20}){1,4}\s*[:：]/u

const firstWord = /^[\p{L}\p{N}\p{M}'’]+/u
const phrasesByFirstWord = phraseTable()

/**
 * Whether a line is a label, and which. The phrase must open the line and something about the line must make it a label:
 * it ends there, a colon or dash follows, it is a heading or bold, or the rest is a link.
 */
export function cueOf(block: Block): Cue | null {
  // Lines are asked for more than once on their way through a page.
  return block.cue === undefined ? (block.cue = readCue(block)) : block.cue
}

function readCue(block: Block): Cue | null {
  const start = cueAtStart(block)
  return start?.role === 'share' ? (tagsInRow(block) ?? start) : start
}

function cueAtStart(block: Block): Cue | null {
  if (block.mass > noticeMassMax && block.linkMass < linkShareMin * block.mass) return null
  return cueInElement(block) ?? cueInLine(block)
}

/** A label in an element of its own needs no colon: «<span>Tags</span> harbour, fishing». */
function cueInElement(block: Block): Cue | null {
  if (block.leaves.length < 2) return null
  const [first, ...others] = block.leaves
  if (first === undefined || !isText(first) || first.parent === block.element) return null
  const role = roleOfPhrase(first.data)
  if (role === null) return null
  const rest = collapse(others.map((leaf) => (isText(leaf) ? leaf.data : '')).join('')).replace(leadingSigns, '')
  if (endsSentence(rest) && block.linkMass < linkShareMin * block.mass) return null
  return { role, rest }
}

/** The role of a text that is nothing but the phrase of a label. */
export function roleOfPhrase(text: string): CueRole | null {
  if (text.length > labelMassMax * 2 || !opensLikeLabel(text)) return null
  const line = normaliseText(text).replace(opening, '')
  const found = longestPhrase(line)
  return found !== null && onlySigns.test(line.slice(found.phrase.length)) ? found.role : null
}

function cueInLine(block: Block): Cue | null {
  if (!opensLikeLabel(block.text)) return null
  const start =
    block.text.length <= noticeMassMax * 2 ? normalLine(block) : normaliseText(block.text.slice(0, noticeMassMax * 2))
  const line = start.replace(opening, '')
  const found = longestPhrase(line)
  if (found === null) return null
  const rest = line.slice(found.phrase.length)
  if (found.role === 'source' && found.phrase.includes(' ') && namedBeforeColon.test(rest)) {
    return { role: 'source', rest: lastWords(beforeColon(block.text), beforeColon(rest)) }
  }
  if (!isLabel(block, found.role, found.phrase, rest)) return null
  const isPlain = found.role === 'source' && /^\s+[\p{L}\p{N}]/u.test(rest) && !separatorWithin.test(rest)
  return { role: found.role, rest: isPlain ? lastWords(block.text, rest) : restOf(block.text, rest) }
}

/** Old pages print tools and tags in one row: «طباعة | كلمات دلالية: …», "Print | Tags: …". */
function tagsInRow(block: Block): Cue | null {
  for (const part of block.text.slice(0, noticeMassMax * 2).split('|')) {
    const line = normaliseText(part).replace(opening, '')
    const found = longestPhrase(line)
    const rest = line.slice(found?.phrase.length ?? 0)
    if (found?.role === 'tags' && separator.test(rest)) return { role: 'tags', rest: restOf(part, rest) }
  }
  return null
}

function isLabel(block: Block, role: CueRole, phrase: string, rest: string): boolean {
  if (onlySignsOrCount.test(rest)) return true
  if (separator.test(rest)) return block.mass <= noticeMassMax || block.linkMass >= linkShareMin * block.mass
  const several = phrase.includes(' ')
  if (block.linkMass >= linkShareMin * block.mass) return several || block.mass <= labelMassMax
  if (isHeading(block)) return several && block.mass <= labelMassMax
  if (block.mass <= labelMassMax && !endsSentence(block.text)) {
    if (role === 'share') return several
    if (role === 'published' || role === 'updated') return /\d/.test(rest)
    if (role === 'source') return several && /^(?:\s+\S{1,25}){1,4}$/.test(rest)
  }
  return several && notices.has(role) && !/[.!?؟]\s+\p{L}/u.test(rest)
}

export function isHeading(block: Block): boolean {
  return /^h[1-6]$/.test(block.element.name) || (block.boldMass >= 0.9 * block.mass && block.mass <= labelMassMax * 2)
}

function beforeColon(text: string): string {
  return text.slice(0, text.search(/[:：]/))
}

/** As many words of the page's own spelling as there are in a normalised rest of the line. */
function lastWords(text: string, rest: string): string {
  return text.trim().split(/\s+/).slice(-rest.trim().split(/\s+/).length).join(' ')
}

/** The rest in the spelling of the page: normalising changes lengths, so it is found again behind the separator. */
function restOf(text: string, rest: string): string {
  if (onlySigns.test(rest)) return ''
  const cut = separatorWithin.exec(text)
  return cut === null ? '' : text.slice(cut.index + cut[0].length).trim()
}

/** Whether the first word begins any phrase: most lines need not be normalised any further. */
function opensLikeLabel(text: string): boolean {
  const first = firstWordIn(text)
  return first !== null && phrasesByFirstWord.has(first)
}

function longestPhrase(line: string): { phrase: string; role: CueRole } | null {
  const first = firstWord.exec(line)?.[0]
  const candidates = first === undefined ? undefined : phrasesByFirstWord.get(first)
  return (
    candidates?.find(
      ({ phrase }) => line.startsWith(phrase) && !/^[\p{L}\p{N}\p{M}]/u.test(line.slice(phrase.length)),
    ) ?? null
  )
}

function phraseTable() {
  const table = new Map<string, { phrase: string; role: CueRole }[]>()
  for (const [role, phrases] of entries()) {
    for (const phrase of phrases.split('|').flatMap(spelledOut).map(normaliseText).filter(Boolean)) {
      const first = firstWord.exec(phrase)?.[0] ?? phrase
      table.set(first, [...(table.get(first) ?? []), { phrase, role }])
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return table
}

/** Every phrase that one with alternatives stands for. */
function spelledOut(phrase: string): string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .reduce<string[]>(
      (begun, word) =>
        word.split('/').flatMap((choice) => begun.map((start) => `${start} ${choice.replaceAll('_', ' ')}`)),
      [''],
    )
}

function entries(): [CueRole, string][] {
  const roles: CueRole[] = [
    'read-also',
    'similar',
    'tags',
    'source',
    'promotion',
    'share',
    'comments',
    'caption',
    'published',
    'updated',
    'byline',
    'boilerplate',
  ]
  return roles.map((role) => [role, cuePhrases[role]])
}
