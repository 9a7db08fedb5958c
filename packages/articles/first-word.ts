import { normaliseText } from '@rafid/text'

/** Signs before a label are few. */
const openingCharsMax = 80
const firstWord = /^[\p{L}\p{N}\p{M}'’]+/u
/** As written, with what normalising takes out of a word. */
const firstWordWritten = /^[^\p{L}\p{N}]*([\p{L}\p{N}\p{M}\p{Cf}'’]+)/u
/** A first word of ASCII, with nothing but ASCII before it. */
const plainFirstWord = /^[^A-Za-z0-9\x7f-\uffff]*([A-Za-z0-9][A-Za-z0-9']*)(?![A-Za-z0-9'\x7f-\uffff])/

/** The first word of a line, normalised; null where its first eighty signs hold none. */
export function firstWordIn(text: string): string | null {
  const start = text.slice(0, openingCharsMax)
  // Most lines begin with a word of ASCII, which the patterns of Unicode are slow to find.
  return plainFirstWord.exec(start)?.[1]?.toLowerCase() ?? firstWordOfAny(start)
}

/** The same by the patterns for any script. */
export function firstWordOfAny(start: string): string | null {
  const word = firstWordWritten.exec(start)?.[1]
  return word === undefined ? null : (firstWord.exec(normaliseText(word))?.[0] ?? null)
}
