import {
  arabicScriptLanguages,
  cyrillicLanguages,
  devanagariLanguages,
  latinLanguages,
  type FunctionWords,
} from './function-words.ts'
import { mainScript, type Script } from './script.ts'

/** The first thousands of characters say what the rest would. */
const sampleCharsMax = 2_000
/** Fewer letters than these are a name or a headline's stump: the page's own word counts for more. */
const lettersMin = 40
/** Function words make up a quarter to a half of any text; under this share a language is a guess. */
const shareMin = 0.06
/** The page's own word is believed if the text speaks at least this much for it, compared with the best guess. */
const hintShareMin = 0.6

const languagesByScript: Partial<Record<Script, Signs>> = {
  latin: signsOf(latinLanguages),
  cyrillic: signsOf(cyrillicLanguages),
  arabic: signsOf(arabicScriptLanguages),
  devanagari: signsOf(devanagariLanguages),
}

/** The usual language of a script, and others that a page may claim for it. */
const languageOfScript: Partial<Record<Script, [string, ...string[]]>> = {
  greek: ['el'],
  hebrew: ['he', 'yi'],
  han: ['zh', 'ja', 'yue'],
  kana: ['ja'],
  hangul: ['ko'],
  thai: ['th'],
  bengali: ['bn', 'as'],
  tamil: ['ta'],
  telugu: ['te'],
  kannada: ['kn'],
  malayalam: ['ml'],
  gujarati: ['gu'],
  gurmukhi: ['pa'],
  sinhala: ['si'],
  myanmar: ['my'],
  khmer: ['km'],
  lao: ['lo'],
  georgian: ['ka'],
  armenian: ['hy'],
  ethiopic: ['am', 'ti'],
  devanagari: ['hi', 'mr', 'ne', 'sa', 'mai', 'bho'],
}

const synonyms: Record<string, string> = { iw: 'he', in: 'id', nb: 'no', nn: 'no', cmn: 'zh', mo: 'ro', ku: 'ckb' }

type Evidence = { lang: string; score: number }

/**
 * The language of a text: its script first, then the function words and letters of the languages that share it.
 *
 * @param text the text; the first 2,000 characters are read
 * @param hint a BCP-47 tag that somebody claims, such as the `lang` of a page: weak evidence, for templates are copied.
 *   It decides when the text is too short to tell, or between languages the text speaks for about equally
 * @returns a BCP-47 primary tag, or null when nothing can be said
 */
export function detectLanguage(text: string, hint: string | null = null): string | null {
  const sample = text.slice(0, sampleCharsMax).toLowerCase()
  const claimed = primaryTag(hint)
  const main = mainScript(sample)
  if (main === null) return claimed
  const fixed = languageOfScript[main.script]
  const rivals = languagesByScript[main.script]
  if (rivals === undefined) return fixed && claimed && fixed.includes(claimed) ? claimed : (fixed?.[0] ?? claimed)
  const best = weigh(sample, rivals, claimed, main.letters)
  return best ?? (main.script === 'devanagari' && main.letters >= lettersMin ? 'hi' : null)
}

function weigh(sample: string, rivals: Signs, claimed: string | null, letters: number) {
  const evidence = evidenceFor(sample, rivals)
  const best = evidence.reduce<Evidence | null>((top, one) => (top === null || one.score > top.score ? one : top), null)
  if (letters < lettersMin)
    return plausible(claimed, rivals) ?? (best !== null && best.score >= shareMin ? best.lang : null)
  if (best === null || best.score < shareMin) return plausible(claimed, rivals)
  const claim = evidence.find((one) => one.lang === claimed)
  return claim !== undefined && claim.score >= hintShareMin * best.score ? claim.lang : best.lang
}

/** What a word or a letter, by its code, says, and for which languages, by their place: more, the fewer share it. */
type Signs = { langs: string[]; words: Map<string, Sign>; letters: (Sign | undefined)[]; lettersFrom: number }
type Sign = { places: number[]; weight: number }

function evidenceFor(sample: string, signs: Signs): Evidence[] {
  const words = sample.match(/[\p{L}\p{M}\u200c]+/gu) ?? []
  const scores = signs.langs.map(() => 0)
  const add = ({ places, weight }: Sign) => {
    for (const place of places) scores[place] = (scores[place] ?? 0) + weight
  }
  const { letters, lettersFrom } = signs
  for (const word of words) {
    const own = signs.words.get(word)
    if (own !== undefined) add(own)
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      if (code < lettersFrom || code >= letters.length) continue
      const sign = letters[code]
      if (sign !== undefined && word.indexOf(word.charAt(at)) === at) add(sign)
    }
  }
  return signs.langs.map((lang, place) => ({
    lang,
    score: words.length === 0 ? 0 : (scores[place] ?? 0) / words.length,
  }))
}

function signsOf(table: Record<string, FunctionWords>): Signs {
  const entries = Object.entries(table)
  const words = new Map<string, Sign>()
  const letters = new Map<string, Sign>()
  for (const [place, [, entry]] of entries.entries()) {
    for (const word of new Set(entry.words.toLowerCase().split(' '))) enter(words, word, place)
    for (const letter of new Set(entry.letters?.toLowerCase() ?? '')) enter(letters, letter, place)
  }
  for (const sign of words.values()) sign.weight = 0.4 + 0.6 / sign.places.length
  for (const sign of letters.values()) sign.weight = 0.5 / sign.places.length
  const signed = new Map(Array.from(letters, ([letter, sign]) => [letter.charCodeAt(0), sign]))
  const codes = [...signed.keys()]
  const byCode = Array.from({ length: Math.max(-1, ...codes) + 1 }, (_, code) => signed.get(code))
  return { langs: entries.map(([lang]) => lang), words, letters: byCode, lettersFrom: Math.min(...codes) }
}

function enter(signs: Map<string, Sign>, text: string, place: number) {
  const sign = signs.get(text) ?? { places: [], weight: 0 }
  sign.places.push(place)
  signs.set(text, sign)
}

/** A claim for a language we have no words of may be true; a claim for one of another script is not. */
function plausible(claimed: string | null, rivals: Signs): string | null {
  if (claimed === null || rivals.langs.includes(claimed)) return claimed
  const elsewhere =
    Object.values(languagesByScript).some((table) => table.langs.includes(claimed)) ||
    Object.values(languageOfScript).some((langs) => langs.includes(claimed))
  return elsewhere ? null : claimed
}

function primaryTag(tag: string | null): string | null {
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase()
  return primary === undefined ? null : (synonyms[primary] ?? primary)
}
