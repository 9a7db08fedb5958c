const articles = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

/**
 * Light stemming: the article with its prefixed particles and the commonest endings go, the pattern of the word stays.
 *
 * @param word a normalised word
 * @see Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval", 2007
 */
export function stemArabic(word: string): string {
  let stem = word
  const article = articles.find((prefix) => stem.startsWith(prefix) && stem.length >= prefix.length + 2)
  if (article !== undefined) stem = stem.slice(article.length)
  else if (stem.startsWith('و') && stem.length >= 4) stem = stem.slice(1)
  for (const suffix of suffixes) {
    if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = stem.slice(0, -suffix.length)
  }
  return /^[بلفك]/.test(stem) && stem.length >= 5 ? stem.slice(1) : stem
}
