import { existsSync, readFileSync } from 'node:fs'

import { foldArabic } from './fold-arabic.ts'

/** Roles of the lexicon whose label lines are no part of an article's text, wherever they stand. */
const boilerplateRoles = new Set(
  'source_attribution read_also similar tags app_promo follow subscribe share comments counter legal nav ad masthead section published updated photo_credit'.split(
    ' ',
  ),
)
/** A line that begins with a cue and is longer is a paragraph. */
const labelCharsMax = 200

type Rule = (line: string, key: string) => boolean

/** The lexicon's words for where a cue may match, for those that say that a line begins with it. */
const rules: Record<string, Rule> = {
  label_line: isWhole,
  heading: isWhole,
  heading_only: isWhole,
  link_text: isWhole,
  line_prefix: (line, key) => isOpening(line, key) && line.length <= labelCharsMax && !isSentence(line),
  line_prefix_colon: isLabel,
  heading_or_prefix_colon: (line, key) => isWhole(line, key) || isLabel(line, key),
  line_prefix_or_heading: (line, key) =>
    isWhole(line, key) || isLabel(line, key) || (isOpening(line, key) && !isSentence(line)),
  line_contains: (line, key) => isOpening(line, key) && line.length <= labelCharsMax && !isSentence(line),
}

const lexiconFile = new URL('../../../shared/arabic-lexicon.tsv', import.meta.url)
export const withoutLexicon = existsSync(lexiconFile) ? '' : 'skipped: ../shared/arabic-lexicon.tsv is absent'

type Cue = { phrase: string; key: string; role: string; where: string }

/** The cues of boilerplate roles that open a line. */
export function boilerplateCues(): Cue[] {
  return (lexicon ??= readCues())
}

let lexicon: Cue[] | null = null

function readCues(): Cue[] {
  return readFileSync(lexiconFile, 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .filter(([, , role = '', where = '']) => boilerplateRoles.has(role) && Object.hasOwn(rules, where))
    .map(([phrase = '', , role = '', where = '']) => ({ phrase, key: bare(foldArabic(phrase)), role, where }))
}

/** The label lines among the lines of a text, each with its cue. */
export function labelLines(text: string, cues: Cue[]): { line: string; cue: Cue }[] {
  return text.split('\n').flatMap((line) => {
    const normal = foldArabic(line).replace(/^[^\p{L}\p{N}]+/u, '')
    const cue = cues.find(({ key, where }) => normal.startsWith(key) && rules[where]?.(normal, key))
    return cue === undefined ? [] : [{ line, cue }]
  })
}

function isWhole(line: string, key: string): boolean {
  return line.startsWith(key) && !/\p{L}/u.test(line.slice(key.length))
}

/** A colon follows, or does so after the name of an outlet: «رابط الخبر بصحيفة …:». */
function isLabel(line: string, key: string): boolean {
  const named = key.includes(' ') ? /^(?:\s[\p{L}\p{N}]{1,20}){0,3}\s*[:：]/u : /^\s*[:：]/u
  return line.startsWith(key) && named.test(line.slice(key.length))
}

function isOpening(line: string, key: string): boolean {
  return line.startsWith(key) && !/^[\p{L}\p{N}]/u.test(line.slice(key.length))
}

/** A label line does not end like a sentence. */
function isSentence(line: string): boolean {
  return /[.!?؟…»"]$/u.test(line)
}

function bare(phrase: string): string {
  return phrase.replace(/^[^\p{L}\p{N}]+|[\s:]+$/gu, '')
}
