import { segmentWords } from '../tokenise.ts'
import { endOfRun, isUnspacedAt, scanWords, startOfRun } from '../scan-words.ts'
import { analyseWord } from './analyse-word.ts'
import type { WordForms } from './analyse-word.ts'
import { pairsOfSigns } from './pairs-of-signs.ts'

/** One word of a text as it is searched for, and where it stands in the original text (UTF-16 offsets, end exclusive). */
export type AnalysedTerm = Omit<WordForms, 'next' | 'written'> & { readonly start: number; readonly end: number }

/** Goes up with every change of what `analyse` gives: an index of another version must be built anew. */
export const analysisVersion = 2

/** Languages whose words are told apart better by pairs of signs than by a dictionary. */
const pairedLanguages = new Set(['zh', 'ja', 'yue'])

/**
 * Splits a text into the words by which it is found. Documents and queries go through the same chain, and only through
 * this one.
 *
 * @param lang ISO 639-1 code of the text's language; null when nobody knows: the script of each word decides
 */
export function analyse(text: string, lang: string | null): AnalysedTerm[] {
  const terms: AnalysedTerm[] = []
  eachWord(text, lang, ({ stem, exact, code }, start, end) => terms.push({ stem, exact, code, start, end }))
  return terms
}

/** What `analyse` gives, without the places. */
export function formsIn(text: string, lang: string | null): WordForms[] {
  const forms: WordForms[] = []
  eachWord(text, lang, (form) => forms.push(form))
  return forms
}

/**
 * Where the first words of a text stand (UTF-16 offsets, end exclusive), without a look at what they are. What `analyse` gives
 * has the same places in the same order, but for the rare words that have no form or several.
 */
export function firstPlaces(text: string, lang: string | null, countMax: number): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  const add = (start: number, end: number): void => void places.push({ start, end })
  const split = splitterOf(lang)
  for (let at = startOfRun(text, 0); at < text.length && places.length < countMax;) {
    const isUnspaced = isUnspacedAt(text, at)
    const end = endOfRun(text, at, isUnspaced)
    if (isUnspaced) split(text, at, end, add)
    else add(at, end)
    at = startOfRun(text, end)
  }
  return places.slice(0, countMax)
}

function splitterOf(lang: string | null): typeof segmentWords {
  return lang !== null && pairedLanguages.has(lang) ? pairsOfSigns : segmentWords
}

function eachWord(
  text: string,
  lang: string | null,
  found: (forms: WordForms, start: number, end: number) => void,
): void {
  const add = (start: number, end: number): void => {
    for (let forms = analyseWord(text, start, end, lang); forms !== null; forms = forms.next) found(forms, start, end)
  }
  const split = splitterOf(lang)
  scanWords(text, (start, end, isUnspaced) => {
    if (isUnspaced) split(text, start, end, add)
    else add(start, end)
  })
}
