const articles = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

/** A particle that is written onto its word. */
const particle = /^[بلفك]/

/**
 * Light stemming: the article with its prefixed particles and the commonest endings go, the pattern of the word stays.
 * After that one more particle goes where enough of the word is left.
 *
 * @param word a normalised word
 * @see Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval", 2007 (light10)
 */
export function stemArabic(word: string): string {
  const stem = withoutSuffixes(withoutArticle(word))
  return stem.length >= 5 && particle.test(stem) ? stem.slice(1) : stem
}

function withoutArticle(word: string): string {
  const article = articles.find((prefix) => word.startsWith(prefix) && word.length >= prefix.length + 2)
  let bare = article === undefined ? word : word.slice(article.length)
  // After an article it is a letter of the word, yet «وزير» loses it too, and «الوزير» must stay the same word.
  while (bare.startsWith('و') && bare.length >= 4) bare = bare.slice(1)
  return bare
}

function withoutSuffixes(word: string): string {
  let stem = word
  for (const suffix of suffixes) {
    if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = stem.slice(0, -suffix.length)
  }
  return stem
}
