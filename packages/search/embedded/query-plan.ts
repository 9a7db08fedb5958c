import type { Query } from '@rafid/query'
import { tokenise } from '@rafid/text'

/** A query as the engine goes about it. */
export type QueryPlan = {
  /** Words of which articles hold all, or enough. */
  readonly words: readonly string[]
  /** What every article that answers must fulfil besides. */
  readonly filters: readonly Query[]
  /** The one language that is asked for; null for all. */
  readonly lang: string | null
  /** Words and phrases that say how well an article answers; `words` itself where they are all. */
  readonly telling: readonly string[]
}

/** Words of a query beyond these are not looked for. */
const wordsMax = 32

/** Splits a query into the words that are asked for together and what else must hold. */
export function planQuery(query: Query): QueryPlan {
  const parts = conjuncts(query)
  const beside = parts.filter((part) => part.kind === 'words')
  // Words that were joined by an operator are asked for as they were joined.
  const [together] = beside.length === 1 ? beside : []
  const words = (together?.words ?? []).slice(0, wordsMax)
  const filters = parts.filter((part) => part !== together && part.kind !== 'all')
  const lang = filters.find((part) => part.kind === 'field' && part.field === 'lang')
  const telling = parts.flatMap((part) => wanted(part)).slice(0, wordsMax)
  return {
    words,
    filters,
    lang: lang?.kind === 'field' ? lang.value.toLowerCase() : null,
    telling: telling.length === words.length ? words : telling,
  }
}

/** What a reader asked to read of, for what is marked in the articles. */
export function askedOf(query: Query): { readonly words: readonly string[]; readonly prefixes: readonly string[] } {
  return {
    words: conjuncts(query).flatMap((part) => wanted(part)),
    prefixes: conjuncts(query).flatMap((part) => beginnings(part)),
  }
}

/** Whether there is anything by which one article answers better than another. */
export function asksForWords(query: Query): boolean {
  return askedOf(query).words.some((word) => tokenise(word).length > 0)
}

function beginnings(query: Query): readonly string[] {
  if (query.kind === 'prefix') return [query.text]
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap((part) => beginnings(part)) : []
}

function conjuncts(query: Query): Query[] {
  return query.kind === 'and' ? query.parts.flatMap((part) => conjuncts(part)) : [query]
}

/** The words that articles are asked to have, not those they are asked to lack. */
function wanted(query: Query): readonly string[] {
  if (query.kind === 'words') return query.words
  if (query.kind === 'phrase') return [query.text]
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap((part) => wanted(part)) : []
}
