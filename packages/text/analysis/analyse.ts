import { tokenise } from '../tokenise.ts'
import { stemArabic } from './stem-arabic.ts'

/** One word of a text as it is searched for, and where it stands in the original text (UTF-16 offsets, end exclusive). */
export type AnalysedTerm = {
  /** What forms of one word have in common. */
  readonly stem: string
  /** The normalised word. */
  readonly exact: string
  readonly start: number
  readonly end: number
}

/** Goes up with every change of what `analyse` gives: an index of another version must be built anew. */
export const analysisVersion = 1

/**
 * Splits a text into the words by which it is found. Documents and queries go through the same chain, and only through
 * this one.
 *
 * @param lang ISO 639-1 code of the text's language; null when nobody knows
 */
export function analyse(text: string, lang: string | null): AnalysedTerm[] {
  return tokenise(text).map(({ term, start, end }) => {
    return { stem: lang === 'ar' ? stemArabic(term) : term, exact: term, start, end }
  })
}
