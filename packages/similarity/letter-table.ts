import { normaliseText } from '@rafid/text'

/** What a UTF-16 unit does to the word it stands in; any other value is the unit it is compared as. */
export const unit = {
  /** Ends a word. */
  separator: 0,
  /** Is not there: vowel signs, tatweel, joiners. */
  nothing: 1,
  /** Cannot be told without its neighbours: the text is read the long way. */
  special: 2,
} as const

const firstUnspaced = 0x0e00
const wordStart = /^[\p{L}\p{N}]$/u
const wordPart = /^[\p{L}\p{N}\p{M}_\u200c-\u200f\u00ad\u2060]$/u
/** Marks that compose with the letter before them, or order themselves among others. */
const composing = /^[\p{M}]$/u
const arabicMark = /^[\u064b-\u065f\u0670]$/u
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u30fc]$/u

/** For each UTF-16 unit what it does; upper case and spelling variants give the unit they are compared as. */
export const letterTable: Uint16Array = Uint16Array.from({ length: 0x1_0000 }, (_, code) => valueOf(code))

function valueOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return unit.special
  const character = String.fromCharCode(code)
  if (!wordPart.test(character)) return unit.separator
  if (code >= firstUnspaced && unspaced.test(character)) return unit.special
  if (composing.test(character)) return arabicMark.test(character) ? unit.nothing : unit.special
  const normalised = normaliseText(character)
  if (normalised === '') return unit.nothing
  if (character === '_' || normalised.length > 1 || !wordStart.test(normalised)) return unit.special
  return normalised.charCodeAt(0)
}
