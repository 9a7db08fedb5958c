import type { Query } from '@rafid/query'

/** A query as the engine goes about it. */
export type QueryPlan = {
  /** Words of which articles hold all, or enough. */
  readonly words: readonly string[]
  /** What every article that answers must fulfil besides. */
  readonly filters: readonly Query[]
  /** The one language that is asked for; null for all. */
  readonly lang: string | null
  /** Words and phrases that say how well an article answers. */
  readonly telling: readonly string[]
}

/** Words of a query beyond these are not looked for. */
const wordsMax = 32

/** Splits a query into the words that are asked for together and what else must hold. */
export function planQuery(query: Query): QueryPlan {
  const parts = conjuncts(query)
  const words = parts.flatMap((part) => (part.kind === 'words' ? part.words : [])).slice(0, wordsMax)
  const filters = parts.filter((part) => part.kind !== 'words' && part.kind !== 'all')
  const lang = filters.find((part) => part.kind === 'field' && part.field === 'lang')
  return {
    words,
    filters,
    lang: lang?.kind === 'field' ? lang.value.toLowerCase() : null,
    telling: parts.flatMap((part) => wanted(part)).slice(0, wordsMax),
  }
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
