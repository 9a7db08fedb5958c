const arabic = /[\u0600-\u06ff]/

/** Shorter words are left as they are: what would be cut off is more likely a part of their root. */
const stemCharsMin = 4

/** In other languages the last letters of longer words are their inflection, more often than not. */
const stemKept = 5
const endingCut = 2

/**
 * The stem of a word, lightly: enough that forms of one word in one language meet, too little to tell them for sure.
 * Source for Arabic: L. S. Larkey et al., "Light stemming for Arabic information retrieval", 2007, by its idea.
 *
 * @param term normalised, as `tokenise` gives it
 */
export function storyStem(term: string, lang: string): string {
  if (arabic.test(term)) return arabicStem(term)
  if (lang === 'en') return englishStem(term)
  return term.length > stemKept ? term.slice(0, Math.max(stemKept, term.length - endingCut)) : term
}

function arabicStem(term: string): string {
  const bare = withoutArticle(term)
  if (bare.length > stemCharsMin) return bare.replace(/(?:ات|ون|ين|ان|يه|ها|هم|وا)$/, '')
  return bare.length === stemCharsMin ? bare.replace(/[هيا]$/, '') : bare
}

function withoutArticle(term: string): string {
  if (term.length <= stemCharsMin) return term
  if (/^[وفبلك]ال/.test(term)) return term.slice(3)
  if (term.startsWith('ال') || term.startsWith('لل')) return term.slice(2)
  return /^[وفبل]/.test(term) ? term.slice(1) : term
}

function englishStem(term: string): string {
  const singular = term.length > stemCharsMin ? term.replace(/ies$/, 'y').replace(/(?:es|s)$/, '') : term
  return singular.length > stemCharsMin + 1 ? singular.replace(/(?:ing|ed|ly)$/, '') : singular
}
