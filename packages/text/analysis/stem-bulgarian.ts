type Ending = { readonly from: number; readonly ending: string; readonly to: string }

/** The first that fits a word of so many letters is taken off it. */
const articles: readonly Ending[] = [
  { from: 7, ending: 'ият', to: '' },
  ...['ът', 'то', 'те', 'та', 'ия'].map((ending) => ({ from: 6, ending, to: '' })),
  { from: 5, ending: 'ят', to: '' },
]

const plurals: readonly Ending[] = [
  { from: 7, ending: 'овци', to: 'о' },
  { from: 7, ending: 'ове', to: '' },
  { from: 7, ending: 'еве', to: 'й' },
  { from: 6, ending: 'ища', to: '' },
  { from: 6, ending: 'та', to: '' },
  { from: 6, ending: 'ци', to: 'к' },
  { from: 6, ending: 'зи', to: 'г' },
]

/**
 * The stem of a Bulgarian word: without its article, its plural and the vowel it ends in.
 *
 * @param word in lower case
 * @see Nakov, "BulStem", 2003, and Savoy, "Searching strategies for the Bulgarian language", 2007 (the lighter of the two)
 */
export function stemBulgarian(word: string): string {
  if (word.length < 4) return word
  if (word.length > 5 && word.endsWith('ища')) return word.slice(0, -3)
  let stem = withoutPlural(without(word, articles) ?? word)
  if (stem.length > 3) stem = stem.replace(/я$/, '').replace(/[аое]$/, '')
  if (stem.length > 4) stem = stem.replace(/ен$/, 'н')
  return stem.length > 5 ? stem.replace(/ъ(.)$/su, '$1') : stem
}

function withoutPlural(word: string): string {
  const stem = without(word, plurals)
  if (stem !== null) return stem
  // The vowel changes with the ending: «вестник» and «вестници» above, «място» and «места», «бял» and «бели».
  if (word.length > 5 && word.at(-3) === 'е' && word.endsWith('и')) return `${word.slice(0, -3)}я${word.at(-2)}`
  if (word.length > 4) return word.replace(/си$/, 'х').replace(/и$/, '')
  return word
}

function without(word: string, endings: readonly Ending[]): string | null {
  const found = endings.find(({ from, ending }) => word.length >= from && word.endsWith(ending))
  return found === undefined ? null : `${word.slice(0, -found.ending.length)}${found.to}`
}
