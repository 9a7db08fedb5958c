import { answers, prepareArticle, wantedTerms } from './matches.ts'
import type { MatchableArticle } from './matches.ts'
import type { Query } from './query.ts'

/** Languages whose terms are kept; of a further one they are made anew each time. */
const langsMax = 64

/**
 * Finds those of many queries that an article answers. Only queries are tried that have one of the article's words among
 * those they cannot be answered without, and those that need no word.
 *
 * @returns a function from an article to the ids of the queries, in their order
 */
export function percolator(
  searches: readonly { readonly id: string; readonly query: Query }[],
): (article: MatchableArticle) => string[] {
  const byLang = new Map<string, TermIndex>()
  return (article) => {
    const prepared = prepareArticle(article)
    const lang = article.lang ?? ''
    const index = byLang.get(lang) ?? termIndex(searches, article.lang)
    if (byLang.size < langsMax) byLang.set(lang, index)
    const tried = new Set(index.always)
    for (const stem of prepared.stems) for (const place of index.byStem.get(stem) ?? []) tried.add(place)
    return [...tried]
      .toSorted((one, other) => one - other)
      .flatMap((place) => searches[place] ?? [])
      .filter(({ query }) => answers(prepared, query))
      .map(({ id }) => id)
  }
}

/** Places of searches by the words of which each needs one. */
type TermIndex = { readonly byStem: ReadonlyMap<string, readonly number[]>; readonly always: readonly number[] }

function termIndex(searches: readonly { readonly query: Query }[], lang: string | null): TermIndex {
  const byStem = new Map<string, number[]>()
  const always: number[] = []
  for (const [place, { query }] of searches.entries()) {
    const stems = neededStems(query, lang)
    if (stems === null) always.push(place)
    for (const stem of stems ?? []) {
      const places = byStem.get(stem)
      if (places === undefined) byStem.set(stem, [place])
      else places.push(place)
    }
  }
  return { byStem, always }
}

/** Stems of which every article that answers has one; null when there may be none. */
function neededStems(query: Query, lang: string | null): readonly string[] | null {
  if (query.kind === 'words') return longest(wantedTerms(query.words, lang))
  if (query.kind === 'phrase') return longest(wantedTerms([query.text], lang))
  if (query.kind === 'and') {
    const needed = query.parts.map((part) => neededStems(part, lang)).filter((stems) => stems !== null)
    return needed.toSorted((one, other) => one.length - other.length)[0] ?? null
  }
  if (query.kind !== 'or') return null
  const needed = query.parts.map((part) => neededStems(part, lang))
  return needed.every((stems) => stems !== null) ? needed.flat() : null
}

/** Long words are rarer than short ones. */
function longest(terms: readonly { readonly stem: string }[]): readonly string[] | null {
  const [first, ...rest] = terms
  if (first === undefined) return null
  return [rest.reduce((best, term) => (term.stem.length > best.stem.length ? term : best), first).stem]
}
