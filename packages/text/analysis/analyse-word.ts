import { termsOf } from '../tokenise.ts'
import { snowball } from './snowball.ts'
import { stemArabic } from './stem-arabic.ts'
import { stemPersian } from './stem-persian.ts'
import { wordCode } from './word-code.ts'
import type { WordCode } from './word-code.ts'
import { WordMemory } from './word-memory.ts'

/** One searchable form of a written word. */
export type WordForms = {
  /** As it stands in the text. */
  readonly written: string
  /** What forms of one word have in common. */
  readonly stem: string
  /** The normalised word. */
  readonly exact: string
  readonly code: WordCode
  /** Of a ligature that stands for several words, the next of them. */
  readonly next: WordForms | null
}

/** Words whose analysis is remembered, in each of two generations: those of a hundred thousand articles, in 60 MB. */
const rememberedMax = 150_000
/** Longer runs of letters are no words of a language: they are taken as they are. */
const stemmedCharsMax = 40

const remembered = new WordMemory(rememberedMax, (written, lang) => formsOf(written, lang === '' ? null : lang))

/** Languages whose stemmers were made for words as `normaliseText` leaves them. */
const ofNormalised: Readonly<Record<string, (word: string) => string>> = {
  ar: stemArabic,
  fa: stemPersian,
}

/** Marks that a language cannot do without in its exact forms; everywhere else accents fold. */
const keepsTones = new Set(['vi'])

const arabic = /\p{Script=Arabic}/u
const greek = /\p{Script=Greek}/u
const devanagari = /\p{Script=Devanagari}/u
const cyrillic = /\p{Script=Cyrillic}/u
const lowerAscii = /^[a-z]+$/

/**
 * The forms in which a written word is searched for; null where nothing is left of it.
 *
 * @param text in which the word stands, from `start` up to `end` (UTF-16 offsets)
 * @param lang ISO 639-1 code; null when nobody knows, and the script of each word decides
 */
export function analyseWord(text: string, start: number, end: number, lang: string | null): WordForms | null {
  const forms = remembered.get(lang ?? '', text, start, end)
  return forms.stem === '' ? null : forms
}

/** Without a stem where nothing is left of the word. */
function formsOf(written: string, lang: string | null): WordForms {
  const language = lang ?? languageOfScript(written)
  const lower = language === 'tr' || language === 'az' ? written.toLocaleLowerCase('tr') : written.toLowerCase()
  const terms = termsOf(lower)
  if (terms.length === 1 && written.length <= stemmedCharsMax) {
    const [exact = ''] = terms
    const toned = keepsTones.has(language ?? '') ? withTones(lower) : exact
    return wordForms(written, stemOf(exact, lower, language), toned === '' ? exact : toned)
  }
  let forms: WordForms | null = null
  for (const exact of terms.toReversed()) {
    forms = wordForms(written, ofNormalised[language ?? '']?.(exact) ?? exact, exact, forms)
  }
  return forms ?? wordForms(written, '', '')
}

/** One string where they are the same: it is compared at a glance, and one look into memory brings it. */
function wordForms(written: string, stem: string, exact: string, next: WordForms | null = null): WordForms {
  const ownExact = exact === written ? written : exact
  return { written, stem: stem === exact ? ownExact : stem, exact: ownExact, code: wordCode(stem, exact), next }
}

function stemOf(exact: string, lower: string, language: string | null): string {
  if (language === null) return exact
  const own = ofNormalised[language]
  if (own !== undefined) return own(exact)
  const stemmer = snowball[language]
  if (stemmer === undefined) return exact
  // Snowball's rules are about letters with their accents, which fold afterwards.
  const stemmed = stemmer(lowerAscii.test(lower) ? lower : lower.normalize('NFC'))
  const [folded = ''] = lowerAscii.test(stemmed) ? [stemmed] : termsOf(stemmed)
  return folded === '' ? exact : folded
}

/** Words of these scripts are hardly ever of another language. */
function languageOfScript(written: string): string | null {
  if (arabic.test(written)) return 'ar'
  if (greek.test(written)) return 'el'
  if (devanagari.test(written)) return 'hi'
  return cyrillic.test(written) ? 'ru' : null
}

function withTones(lower: string): string {
  return lower.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}_]/gu, '')
}
