import { normaliseText, printableAscii } from './normalise-text.ts'
import { scanWords } from './scan-words.ts'

/** One word: its normalised form, and where it stands in the original text (UTF-16 offsets, end exclusive). */
export type Token = { term: string; start: number; end: number }

/** A longer run of letters is not a word anybody searches for; its term is cut here. */
const termCharsMax = 64
/** Texts without spaces are segmented in pieces of this many characters. */
const segmentCharsMax = 4096

const wordPart = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*/gu
const wholeWord = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*$/u
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
  scanWords(text, (from, to, isUnspaced) => {
    if (isUnspaced) segmentWords(text, from, to, (start, end) => addTerms(tokens, text.slice(start, end), start))
    else addTerms(tokens, text.slice(from, to), from)
  })
  return tokens
}

/** The normalised words of a text, in its order. */
export function words(text: string): string[] {
  if (!printableAscii.test(text)) return tokenise(text).map((token) => token.term)
  return (text.toLowerCase().match(asciiWord) ?? []).map((word) => word.slice(0, termCharsMax))
}

/** Calls back with the place of each word of a piece of text that has no spaces. */
export function segmentWords(
  text: string,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): void {
  for (let piece = from; piece < to; piece += segmentCharsMax) {
    for (const { segment, index } of segmenter.segment(text.slice(piece, Math.min(piece + segmentCharsMax, to)))) {
      found(piece + index, piece + index + segment.length)
    }
  }
}

/** The normalised words that one written word stands for: one, but for ligatures, signs and overlong runs. */
export function termsOf(written: string): string[] {
  const normal = normaliseText(written)
  // Nearly all are one word as they stand.
  if (normal.length <= termCharsMax && wholeWord.test(normal)) return [normal]
  return Array.from(normal.matchAll(wordPart), ([term]) =>
    term.length > termCharsMax ? term.slice(0, termCharsMax).toWellFormed() : term,
  )
}

function addTerms(tokens: Token[], written: string, start: number) {
  const end = start + written.length
  for (const term of termsOf(written)) tokens.push({ term, start, end })
}
