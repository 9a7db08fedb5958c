import { analyse, isAskingWord } from '@rafid/text'
import { languageField, otherLanguages } from './article-document.ts'
import { anyOf, inLanguages, nothing } from './clauses.ts'
import type { Clause, QueryContext, Wanted } from './clauses.ts'
import { wordsMax } from './query-parts.ts'

type Term = { readonly stem: string; readonly exact: string; readonly weight: number }
type Variant = { readonly lang: string | null; readonly terms: readonly Term[] }

/** What the exact form of a word adds to its stem. */
const exactWeight = 0.3

/** What is left of the weight of words that tell nothing: they are in the query for its grammar. */
const askingShare = 0.3

/**
 * Words beside each other. What their forms are depends on the language of an article, so they are analysed as each
 * language of the index does it, and what is the same for many languages is asked for once.
 */
export function compileWords(typed: readonly string[], { langs, wanted, ranked }: QueryContext): Clause {
  const text = typed.slice(0, wordsMax).join(' ')
  const variants = langs.map((lang): Variant => ({ lang, terms: termsOf(text, lang) }))
  // Some languages part a text at other places than the rest.
  const classes = Map.groupBy(variants, ({ terms }) => terms.length)
  const clauses = [...classes].flatMap(([count, members]) => {
    if (count === 0) return []
    const clause = compileClass(count, members, { wanted, ranked })
    return [classes.size === 1 ? clause : inLanguages(clause, langsOf(members))]
  })
  return clauses.length === 0 ? nothing : anyOf(clauses)
}

/** So many of the words an article must hold: of many a third is enough. */
function leastOf(count: number, wanted: Wanted): number {
  if (wanted === 'any') return 1
  return wanted === 'all' || count <= 2 ? count : Math.max(2, Math.ceil(count / 3))
}

function compileClass(
  count: number,
  members: readonly Variant[],
  { wanted, ranked }: Pick<QueryContext, 'wanted' | 'ranked'>,
): Clause {
  const places = Array.from({ length: count }, (_, at) => {
    return Map.groupBy(
      members,
      ({ terms }) => `${terms[at]?.stem ?? ''} ${terms[at]?.exact ?? ''} ${terms[at]?.weight ?? 1}`,
    )
  })
  const clauses = places.map((groups, at) =>
    anyOf(
      [...groups.values()].flatMap((group) => {
        const term = group[0]?.terms[at]
        if (term === undefined) return []
        if (ranked) return [weighed(term, langsOf(group))]
        return [groups.size === 1 ? anywhere(term) : inLanguages(anywhere(term), langsOf(group))]
      }),
    ),
  )
  if (wanted === 'all') return { bool: { must: clauses } }
  return { bool: { should: clauses, minimum_should_match: leastOf(count, wanted) } }
}

function anywhere({ stem, weight }: Term): Clause {
  return { term: { stems: { value: stem, boost: weight } } }
}

function weighed({ stem, exact, weight }: Term, langs: readonly (string | null)[]): Clause {
  const fields = Map.groupBy(langs, languageField)
  const held = [...fields].map(([field, members]): Clause => {
    const clause = { term: { [`stemsOf.${field}`]: { value: stem, boost: weight } } }
    return field === otherLanguages ? inLanguages(clause, members) : clause
  })
  return { bool: { must: [anyOf(held)], should: [{ term: { words: { value: exact, boost: weight * exactWeight } } }] } }
}

function termsOf(text: string, lang: string | null): Term[] {
  const terms = analyse(text, lang).slice(0, wordsMax)
  return terms.map(({ stem, exact }) => {
    return { stem, exact, weight: lang !== null && isAskingWord(exact, lang) ? askingShare : 1 }
  })
}

/** How many words a text is to the language that makes the most of it. */
export function wordCount(typed: readonly string[], langs: readonly (string | null)[]): number {
  const text = typed.slice(0, wordsMax).join(' ')
  return Math.max(0, ...langs.map((lang) => analyse(text, lang).length))
}

function langsOf(variants: readonly Variant[]): (string | null)[] {
  return variants.map(({ lang }) => lang)
}
