import { htmlEntities } from './html-entities.ts'

const semicolon = 59
const hash = 35
/** The longest reference there is a meaning for: what is longer is text. */
const referenceCharsMax = 33
/** Numbers 0x80 to 0x9f mean windows-1252, as HTML reads them. */
const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const piecesMax = 4_000
const noEntities: ReadonlyMap<string, string> = new Map()

/**
 * Replaces character references once. Feeds use the names of HTML although XML knows five, so those of HTML 4 are read
 * as well; an `&` that starts no reference stays. Linear in the length of the text.
 *
 * @param own entities that the document itself names
 */
export function decodeReferences(text: string, own: ReadonlyMap<string, string> = noEntities): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  const done: string[] = []
  let pieces: string[] = []
  let from = 0
  while (at >= 0) {
    const end = endOfReference(text, at + 1)
    const meaning = end < 0 ? undefined : meaningOf(text, at + 1, end, own)
    if (meaning === undefined) {
      at = text.indexOf('&', at + 1)
      continue
    }
    pieces.push(text.slice(from, at), meaning)
    // A million pieces weigh more than the text they are of.
    if (pieces.length > piecesMax) {
      done.push(pieces.join(''))
      pieces = []
    }
    from = end + 1
    at = text.indexOf('&', from)
  }
  // Surrogates written as two references are a character now.
  if (from === 0) return text
  pieces.push(text.slice(from))
  return done.length === 0 ? pieces.join('') : `${done.join('')}${pieces.join('')}`
}

function endOfReference(text: string, from: number): number {
  const last = Math.min(text.length, from + referenceCharsMax)
  for (let at = from; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === semicolon) return at === from ? -1 : at
    const isPart = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
    if (!isPart && !(code === hash && at === from)) return -1
  }
  return -1
}

function meaningOf(text: string, from: number, end: number, own: ReadonlyMap<string, string>): string | undefined {
  if (text.charCodeAt(from) !== hash) {
    const name = text.slice(from, end)
    return htmlEntities.get(name) ?? own.get(name)
  }
  const isHexadecimal = (text.charCodeAt(from + 1) | 32) === 120
  const digits = text.slice(from + (isHexadecimal ? 2 : 1), end)
  if (!(isHexadecimal ? /^[0-9a-f]{1,8}$/i : /^\d{1,8}$/).test(digits)) return undefined
  return characterOf(Number.parseInt(digits, isHexadecimal ? 16 : 10))
}

/** The character that a numeric reference means, '' for none. */
export function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return cp1252[code - 0x80] ?? ''
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return ''
  if (code > 0x10_ffff) return '\ufffd'
  // Surrogates may come in pairs, so they are left to find each other.
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}
