import { otherLayouts, words } from '@rafid/text'
import { rawSearch } from './search-answer.ts'
import type { Store } from './settle.ts'

/** A word that fewer articles have may be a slip. */
const rareMax = 1
/** What is proposed in its place is in so many articles, and in so many times as many. */
const commonMin = 3
const commonerBy = 5
const wordsMax = 16
const proposalsMax = 5

type Option = { readonly text: string; readonly freq: number; readonly score: number }
type Suggestions = {
  readonly suggest?: Readonly<Record<string, readonly { readonly options: readonly Option[] }[]>>
  readonly aggregations?: {
    readonly found: { readonly buckets: Readonly<Record<string, { readonly doc_count: number }>> }
  }
}

/**
 * Another spelling of words that next to nothing has, or what they are on another keyboard layout.
 *
 * @param typed words as they were typed
 */
export async function didYouMean(store: Store, typed: readonly string[]): Promise<readonly string[] | null> {
  const asked = typed.slice(0, wordsMax)
  const ways = asked.map((word) => [word, ...otherLayouts(word)].map((way) => words(way).join(' ')))
  const answer = await ask(store, ways)
  const found = (way: string): number => answer.aggregations?.found.buckets[`w:${way}`]?.doc_count ?? 0
  const meant = asked.map((word, at) => {
    const [own = '', ...others] = ways[at] ?? []
    if (own === '' || found(own) > rareMax) return word
    const proposals = [
      ...others.filter((way) => way !== '').map((text) => ({ text, freq: found(text) })),
      ...(answer.suggest?.[`s${at}`]?.flatMap(({ options }) => options) ?? []),
    ]
    return proposals.find(({ freq }) => freq >= commonMin && freq >= commonerBy * found(own))?.text ?? word
  })
  const rest = typed.slice(wordsMax)
  return meant.some((word, at) => word !== asked[at]) ? [...meant, ...rest] : null
}

async function ask({ cluster, names }: Store, ways: readonly (readonly string[])[]): Promise<Suggestions> {
  const suggest = Object.fromEntries(
    ways.flatMap(([own = ''], at) => (own === '' || own.includes(' ') ? [] : [[`s${at}`, suggester(own)]])),
  )
  const filters = Object.fromEntries(
    ways.flat().flatMap((way) => (way === '' ? [] : [[`w:${way}`, { match_phrase: { words: way } }]])),
  )
  const aggs = Object.keys(filters).length === 0 ? {} : { aggs: { found: { filters: { filters } } } }
  const body = { size: 0, track_total_hits: false, ...aggs, ...(Object.keys(suggest).length === 0 ? {} : { suggest }) }
  return (await rawSearch(cluster, names, body)) as Suggestions
}

function suggester(text: string): object {
  const term = { field: 'words', size: proposalsMax, suggest_mode: 'always', sort: 'score', max_edits: 2 }
  return { text, term: { ...term, prefix_length: 0, min_word_length: 3, string_distance: 'damerau_levenshtein' } }
}
