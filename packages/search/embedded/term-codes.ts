/** One word form as a number: the upper 24 bits are of its stem, the lower 8 of its exact form. */
export type TermCode = number

/** Words beyond these of one article are found, but do not count for its rank. */
export const codesMax = 4096

/** The words of an article in their order, as numbers. */
export type TermCodes = { readonly title: Uint32Array; readonly body: Uint32Array; readonly keywords: Uint32Array }

type Forms = { readonly stem: string; readonly exact: string }

/**
 * The number of a word form. Of ten million pairs of different words two are taken for one; of two forms of one stem, one
 * pair in 256.
 */
export function codeOf({ stem, exact }: Forms): TermCode {
  return ((hash(stem) & 0xffffff00) | (hash(exact) >>> 24)) >>> 0
}

export function stemCode(code: TermCode): number {
  return code >>> 8
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
