/** A part of a query in the words of OpenSearch. */
export type Clause = Readonly<Record<string, unknown>>

/** How many of the words that stand beside each other an article must hold. */
export type Wanted = 'all' | 'enough' | 'any'

export type QueryContext = {
  /** Languages that articles of the index are in; null where nobody knows. */
  readonly langs: readonly (string | null)[]
  /** Names that stories go by now, by those that are asked for. */
  readonly stories: ReadonlyMap<string, string>
  readonly wanted: Wanted
  /** Whether what is found is ranked by how well it answers. */
  readonly ranked: boolean
}

export const nothing: Clause = { match_none: {} }
export const everything: Clause = { match_all: {} }

/** @returns what one of the clauses finds */
export function anyOf(clauses: readonly Clause[]): Clause {
  const [first, ...rest] = clauses
  if (first === undefined) return nothing
  return rest.length === 0 ? first : { bool: { should: clauses, minimum_should_match: 1 } }
}

/** @returns what a clause finds among the articles of some languages */
export function inLanguages(clause: Clause, langs: readonly (string | null)[]): Clause {
  const known = langs.filter((lang) => lang !== null)
  const filters = known.length === 0 ? [] : [{ terms: { lang: known } }]
  const unknown = langs.includes(null) ? [{ bool: { must_not: [{ exists: { field: 'lang' } }] } }] : []
  return { bool: { must: [clause], filter: [anyOf([...filters, ...unknown])] } }
}

/** How many things a clause asks for. */
export function leavesOf(clause: Clause): number {
  const { bool } = clause
  if (typeof bool !== 'object' || bool === null) return 1
  const parts = Object.values(bool).filter((part) => Array.isArray(part))
  return parts.flat().reduce((sum: number, part: Clause) => sum + leavesOf(part), 0)
}
