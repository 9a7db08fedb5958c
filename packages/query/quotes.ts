/** Signs that open and close a quotation. Any of a family closes what another of it opened: writers mix them up. */
const families = ['"＂', '«»‹›', '“”„‟', '「」『』'] as const

/** What stands around a text to quote it: a pair of each family. */
const pairs = [
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['「', '」'],
] as const

/** All quotation marks, to stand in a class of a pattern. */
export const quoteSigns = families.join('')

/** The family of a quotation mark; null for another sign. */
export function quoteFamily(sign: string): string | null {
  return sign === '' ? null : (families.find((family) => family.includes(sign)) ?? null)
}

/** Where the quotation ends that begins at `open`; -1 when nothing closes it. */
export function closingQuote(text: string, open: number): number {
  const family = quoteFamily(text.charAt(open)) ?? ''
  for (let at = open + 1; at < text.length; at += 1) if (family.includes(text.charAt(at))) return at
  return -1
}

/** A text in marks that do not stand in it; where all kinds do, without those of the commonest. */
export function quote(text: string): string {
  const at = families.findIndex((family) => !Array.from(family).some((sign) => text.includes(sign)))
  const [open, close] = pairs[at] ?? pairs[0]
  return at === -1 ? `${open}${text.replaceAll(/["＂]/g, ' ').trim()}${close}` : `${open}${text}${close}`
}
