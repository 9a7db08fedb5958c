import { htmlEntities } from './html-entities.ts'

const pattern = /&(?:#(\d{1,8})|#x([0-9a-f]{1,8})|([a-z][a-z0-9]{1,31}));/gi
const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Replaces character references once. Feeds use the names of HTML although XML knows five, so those of
 * HTML 4 are read as well; an `&` that starts no reference stays.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(pattern, (reference, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return htmlEntities.get(name) ?? reference
    return character(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
  })
}

function character(code: number): string {
  // Numbers that mean windows-1252, as HTML reads them; surrogates may come in pairs, so they are left to find each
  // other.
  if (code >= 0x80 && code <= 0x9f) return cp1252[code - 0x80] ?? ''
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return ''
  if (code > 0x10_ffff) return '\ufffd'
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}
