import type { WordForms } from '@rafid/text'

/** Words beyond these of one article are found, but do not count for its rank. */
export const codesMax = 4096

/** The words of an article in their order, as numbers. */
export type TermCodes = { readonly title: Uint32Array; readonly body: Uint32Array; readonly keywords: Uint32Array }

/** As bytes, for the index file. */
export function encodeTerms(
  title: readonly WordForms[],
  body: readonly WordForms[],
  keywords: readonly WordForms[],
): Uint8Array {
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
      if (form !== undefined) codes[at] = form.code
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
