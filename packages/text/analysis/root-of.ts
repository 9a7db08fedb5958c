const arabicLetter = /[\u0621-\u06d3]/
const longVowels = /[اوي]/g

/** Fewer consonants than these say too little of a word. */
const consonantsMin = 3
/** Letters of a longer stem that its relatives begin with. */
const beginningChars = 5

/**
 * What a stem has in common with its looser relatives: in Arabic letters the consonants, which broken plurals keep («كتاب»
 * and «كتب», «مدرسة» and «مدارس»); elsewhere the first letters. Too loose to find by, it helps to put in order what was found.
 *
 * @param stem as `analyse` gives it
 */
export function rootOf(stem: string): string {
  if (!arabicLetter.test(stem)) return stem.length > beginningChars ? stem.slice(0, beginningChars) : stem
  const consonants = stem.replace(longVowels, '')
  return consonants.length >= consonantsMin ? consonants : stem
}
