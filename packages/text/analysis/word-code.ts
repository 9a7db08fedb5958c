import { rootOf } from './root-of.ts'

/** One word form as a number: 15 bits of its root, 10 of its stem, 7 of its exact form, so that what is alike begins alike. */
export type WordCode = number

const formBits = 7
const stemBits = 10

/**
 * The number of a word form. Of thirty million pairs of different words two are taken for forms of one, of thirty thousand two
 * for relatives; of two forms of one stem, one pair in 128 is taken for the same.
 */
export function wordCode(stem: string, exact: string): WordCode {
  const stemHash = hash(stem)
  const root = rootOf(stem)
  const rootHash = root === stem ? stemHash : hash(root)
  // Other bits than the root's: of most stems the root is the stem itself.
  const code = ((rootHash >>> (formBits + stemBits)) << stemBits) | (stemHash & (2 ** stemBits - 1))
  return ((code << formBits) | ((exact === stem ? stemHash : hash(exact)) & (2 ** formBits - 1))) >>> 0
}

/** The part of a number that forms of one stem share. */
export function stemPart(code: WordCode): number {
  return code >>> formBits
}

/** The part of a number that relatives share. */
export function rootPart(code: WordCode): number {
  return code >>> (formBits + stemBits)
}

/** FNV-1a over UTF-16 units, with the last steps of MurmurHash3 to spread it. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
