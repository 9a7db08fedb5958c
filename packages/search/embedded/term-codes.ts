import { rootOf } from '@rafid/text'

/** One word form as a number: 15 bits of its root, 10 of its stem, 7 of its exact form, so that what is alike begins alike. */
export type TermCode = number

const formBits = 7
const stemBits = 10

/** Words beyond these of one article are found, but do not count for its rank. */
export const codesMax = 4096

/** The words of an article in their order, as numbers. */
export type TermCodes = { readonly title: Uint32Array; readonly body: Uint32Array; readonly keywords: Uint32Array }

type Forms = { readonly stem: string; readonly exact: string }

/**
 * The number of a word form. Of thirty million pairs of different words two are taken for forms of one, of thirty thousand two
 * for relatives; of two forms of one stem, one pair in 128 is taken for the same.
 */
export function codeOf({ stem, exact }: Forms): TermCode {
  return ((stemCode(stem) << formBits) | (hash(exact) & (2 ** formBits - 1))) >>> 0
}

/** Numbers of stems that were met: there are thousands of stems in millions of words. */
const remembered = new Map<string, number>()
const rememberedMax = 100_000

function stemCode(stem: string): number {
  const known = remembered.get(stem)
  if (known !== undefined) return known
  const root = hash(rootOf(stem)) >>> (formBits + stemBits)
  // Other bits than the root's: of most stems the root is the stem itself.
  const code = (root << stemBits) | (hash(stem) & (2 ** stemBits - 1))
  if (remembered.size >= rememberedMax) remembered.clear()
  remembered.set(stem, code)
  return code
}

/** The part of a number that forms of one stem share. */
export function stemPart(code: TermCode): number {
  return code >>> formBits
}

/** The part of a number that relatives share. */
export function rootPart(code: TermCode): number {
  return code >>> (formBits + stemBits)
}

/** As bytes, for the index file. */
export function encodeTerms(title: readonly Forms[], body: readonly Forms[], keywords: readonly Forms[]): Uint8Array {
  const [titleCount, keywordCount] = [Math.min(title.length, codesMax), Math.min(keywords.length, codesMax)]
  const bodyCount = Math.min(body.length, codesMax)
  const codes = new Uint32Array(2 + titleCount + keywordCount + bodyCount)
  codes[0] = titleCount
  codes[1] = keywordCount
  let at = 2
  for (const [forms, count] of [
    [title, titleCount],
    [keywords, keywordCount],
    [body, bodyCount],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const form = forms[index]
      if (form !== undefined) codes[at] = codeOf(form)
      at += 1
    }
  }
  return new Uint8Array(codes.buffer)
}

/** How many words `encodeTerms` wrote. */
export function countTerms(bytes: Uint8Array): number {
  return (bytes.byteLength >> 2) - 2
}

/** Reads back what `encodeTerms` wrote. */
export function decodeTerms(bytes: Uint8Array): TermCodes {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const codes = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2)
  const bodyFrom = 2 + (codes[0] ?? 0) + (codes[1] ?? 0)
  return {
    title: codes.subarray(2, 2 + (codes[0] ?? 0)),
    keywords: codes.subarray(2 + (codes[0] ?? 0), bodyFrom),
    body: codes.subarray(bodyFrom),
  }
}

/** FNV-1a over UTF-16 units, with the last steps of MurmurHash3 to spread it. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
