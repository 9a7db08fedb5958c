/** Plural, possession and comparison, as normalisation leaves them; a joiner before them has gone. */
const endings = [
  ['هايشان', 'هايتان', 'هايمان', 'هايي', 'هاي', 'هايم', 'هايش', 'ها', 'ترين', 'تر', 'ات', 'ان'],
  ['يي', 'ي', 'ش', 'م'],
] as const

/** Fewer letters than these are no word. */
const leftMin = 3

/**
 * Light stemming of Persian: the endings of plural, possession and comparison go. Prefixes stay: they make other words.
 *
 * @param word a normalised word
 */
export function stemPersian(word: string): string {
  let stem = word
  for (const group of endings) {
    const ending = group.find((each) => stem.endsWith(each) && stem.length >= each.length + leftMin)
    if (ending !== undefined) stem = stem.slice(0, -ending.length)
  }
  return stem
}
