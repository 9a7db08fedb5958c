import { normaliseText, printableAscii } from './normalise-text.ts'

/** One word: its normalised form, and where it stands in the original text (UTF-16 offsets, end exclusive). */
export type Token = { term: string; start: number; end: number }

/** A longer run of letters is not a word anybody searches for; its term is cut here. */
const termCharsMax = 64
/** Texts without spaces are segmented in pieces of this many characters. */
const segmentCharsMax = 4096

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3005\\u30fc'
// Marks, tatweel and joiners belong to the word they stand in, so that a highlight covers the whole of it.
const run = new RegExp(
  `[${unspaced}][${unspaced}\\p{M}\\u200b-\\u200d]*|(?:(?![${unspaced}])[\\p{L}\\p{N}])(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_\\u200c-\\u200f\\u00ad\\u2060])*`,
  'gu',
)
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const wordPart = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*/gu
const asciiWord = /[a-z0-9][a-z0-9_]*/g
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * Splits text into words of any script; Chinese, Japanese, Thai and their like by dictionary.
 *
 * @param text any string
 * @returns the words in the order of the text; a ligature that stands for several words gives several tokens of one place
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(run)) {
    if (startsUnspaced.test(match[0])) addSegments(tokens, match[0], match.index)
    else addTerms(tokens, match[0], match.index)
  }
  return tokens
}

/** The normalised words of a text, in its order. */
export function words(text: string): string[] {
  if (!printableAscii.test(text)) return tokenise(text).map((token) => token.term)
  return (text.toLowerCase().match(asciiWord) ?? []).map((word) => word.slice(0, termCharsMax))
}

function addSegments(tokens: Token[], text: string, offset: number) {
  for (let from = 0; from < text.length; from += segmentCharsMax) {
    for (const { segment, index } of segmenter.segment(text.slice(from, from + segmentCharsMax))) {
      addTerms(tokens, segment, offset + from + index)
    }
  }
}

function addTerms(tokens: Token[], written: string, start: number) {
  const end = start + written.length
  for (const [term] of normaliseText(written).matchAll(wordPart)) {
    tokens.push({ term: term.length > termCharsMax ? term.slice(0, termCharsMax).toWellFormed() : term, start, end })
  }
}
