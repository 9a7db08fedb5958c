/** Endings of number, longest first, as normalisation leaves them. */
const endings = ['يوں', 'ياں', 'وں', 'يں', 'اں', 'ات'] as const

/** Fewer letters than these are no word. */
const leftMin = 3

/**
 * Light stemming of Urdu: one ending of the plural goes; those of one vowel stay, for most nouns end in one.
 *
 * @param word a normalised word
 */
export function stemUrdu(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length >= each.length + leftMin)
  return ending === undefined ? word : word.slice(0, -ending.length)
}
