import { termsOf } from '../tokenise.ts'
import { GenerationCache } from './generation-cache.ts'
import { snowball } from './snowball.ts'
import { stemArabic } from './stem-arabic.ts'
import { stemPersian } from './stem-persian.ts'
import { stemUrdu } from './stem-urdu.ts'

/** One searchable form of a written word. */
export type WordForms = { readonly stem: string; readonly exact: string }

/** Words whose analysis is remembered, in each of two generations: those of a hundred thousand articles, in 60 MB. */
const rememberedMax = 150_000
/** Longer runs of letters are no words of a language: they are taken as they are. */
const stemmedCharsMax = 40

const remembered = new GenerationCache<readonly WordForms[]>(rememberedMax)

/** Languages whose stemmers were made for words as `normaliseText` leaves them. */
const ofNormalised: Readonly<Record<string, (word: string) => string>> = {
  ar: stemArabic,
  fa: stemPersian,
  ur: stemUrdu,
}

/** Marks that a language cannot do without in its exact forms; everywhere else accents fold. */
const keepsTones = new Set(['vi'])

const arabic = /\p{Script=Arabic}/u
const greek = /\p{Script=Greek}/u
const devanagari = /\p{Script=Devanagari}/u
const cyrillic = /\p{Script=Cyrillic}/u
const lowerAscii = /^[a-z]+$/

/**
 * The forms in which a written word is searched for; more than one where a ligature stands for several words.
 *
 * @param written letters as they stand in the text
 * @param lang ISO 639-1 code; null when nobody knows, and the script of each word decides
 */
export function analyseWord(written: string, lang: string | null): readonly WordForms[] {
  const key = lang ?? ''
  const known = remembered.get(key, written)
  if (known !== undefined) return known
  const forms = formsOf(written, lang)
  remembered.set(key, written, forms)
  return forms
}

function formsOf(written: string, lang: string | null): WordForms[] {
  const language = lang ?? languageOfScript(written)
  const lower = language === 'tr' || language === 'az' ? written.toLocaleLowerCase('tr') : written.toLowerCase()
  const terms = termsOf(lower)
  if (terms.length === 1 && written.length <= stemmedCharsMax) {
    const [exact = ''] = terms
    const toned = keepsTones.has(language ?? '') ? withTones(lower) : exact
    return [{ stem: stemOf(exact, lower, language), exact: toned === '' ? exact : toned }]
  }
  return terms.map((exact) => ({ stem: ofNormalised[language ?? '']?.(exact) ?? exact, exact }))
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
