import { normaliseText } from '@rafid/text'

/** Signs before a label are few. */
const openingCharsMax = 80
const firstWord = /^[\p{L}\p{N}\p{M}'’]+/u
/** As written, with what normalising takes out of a word. */
const firstWordWritten = /^[^\p{L}\p{N}]*([\p{L}\p{N}\p{M}\p{Cf}'’]+)/u
const apostrophe = 39
/** The last sign of ASCII that is printed, but one. */
const asciiMax = 126

/** The first word of a line, normalised; null where its first eighty signs hold none. */
export function firstWordIn(text: string): string | null {
  // Most lines begin with a word of ASCII, which the patterns of Unicode are slow to find.
  return plainFirstWord(text) ?? firstWordOfAny(text.slice(0, openingCharsMax))
}

/** A first word of ASCII, with nothing but ASCII before and right after it. */
function plainFirstWord(text: string): string | null {
  const end = Math.min(text.length, openingCharsMax)
  let from = 0
  while (from < end && !isLetterOrDigit(text.charCodeAt(from))) if (text.charCodeAt(from++) > asciiMax) return null
  let to = from
  while (to < end && (isLetterOrDigit(text.charCodeAt(to)) || text.charCodeAt(to) === apostrophe)) to++
  if (to === from || (to < end && text.charCodeAt(to) > asciiMax)) return null
  return text.slice(from, to).toLowerCase()
}

function isLetterOrDigit(code: number): boolean {
  const letter = code | 32
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57)
}

/** The same by the patterns for any script. */
export function firstWordOfAny(start: string): string | null {
  const word = firstWordWritten.exec(start)?.[1]
  return word === undefined ? null : (firstWord.exec(normaliseText(word))?.[0] ?? null)
}
