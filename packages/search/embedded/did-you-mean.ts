import { analyse, normaliseText, otherLayouts } from '@rafid/text'
import type { SearchContext } from './answer.ts'
import { editDistance } from './edit-distance.ts'
import { languageOf, type Shelf } from './shelves.ts'
import { spelledAs } from './spelled-as.ts'

/** A word that more articles have than these is no slip. */
const rareMax = 2
/** What is meant is found in so many times more articles, and in so many at least. */
const timesCommoner = 5
const commonMin = 3
/** Words that are looked at. */
const wordsMax = 8
/** Languages that are looked at: those with the most articles. */
const shelvesMax = 6
/** Shorter words are too much like too many others, and one letter more or less is another word. */
const lettersMin = 4
/** From this length on two letters may be wrong. */
const twoWrongFrom = 7
/** So many words that begin alike are compared. */
const comparedMax = 2000

type Suggestion = { readonly word: string; readonly articles: number; readonly distance: number }

/** Another spelling of the words that next to no article has; null when there is none that more articles have. */
export function didYouMean(context: SearchContext, words: readonly string[]): readonly string[] | null {
  const shelves = context.statistics.shelves(null).slice(0, shelvesMax)
  const meant = words.map((word, at) => (at < wordsMax ? (betterThan(context, shelves, word) ?? word) : word))
  return meant.some((word, at) => word !== words[at]) ? meant : null
}

function betterThan(context: SearchContext, shelves: readonly Shelf[], word: string): string | null {
  const known = Math.max(0, ...shelves.map((shelf) => articlesWith(context, shelf, word)))
  if (known > rareMax) return null
  const enough = Math.max(commonMin, timesCommoner * known)
  const suggestions = [
    ...shelves.flatMap((shelf) => onOtherLayout(context, shelf, word)),
    ...shelves.flatMap((shelf) => ofLikeSpelling(context, shelf, word)),
  ].filter(({ articles }) => articles >= enough)
  const [best] = suggestions.toSorted((one, other) => one.distance - other.distance || other.articles - one.articles)
  return best?.word ?? null
}

/** How many articles have a word, or the rarest of its parts. */
function articlesWith({ statistics }: SearchContext, shelf: Shelf, word: string): number {
  const stems = analyse(word, languageOf(shelf.name)).map(({ stem }) => stem)
  return stems.length === 0 ? 0 : Math.min(...stems.map((stem) => statistics.articlesWith(shelf, stem)))
}

function onOtherLayout(context: SearchContext, shelf: Shelf, word: string): Suggestion[] {
  return otherLayouts(word).map((reading) => ({
    word: reading,
    articles: articlesWith(context, shelf, reading),
    distance: 0,
  }))
}

function ofLikeSpelling(context: SearchContext, shelf: Shelf, word: string): Suggestion[] {
  const [form, ...others] = analyse(word, languageOf(shelf.name))
  if (form === undefined || others.length > 0 || form.exact.length < lettersMin) return []
  const forms = [...new Set([form.stem, form.exact])].filter((each) => each.length >= lettersMin)
  const best = forms.flatMap((each) => likeTerms(context, shelf, each)).toSorted(nearestFirst)[0]
  if (best === undefined) return []
  const spelled = spelledAs(context.database, shelf, best.word, normaliseText(word))
  return spelled === null ? [] : [{ ...best, word: spelled }]
}

function nearestFirst(one: Suggestion, other: Suggestion): number {
  return one.distance - other.distance || other.articles - one.articles
}

/** The terms of the shelf that differ in a letter or two; of a longer word its first letter is believed. */
function likeTerms({ statistics }: SearchContext, shelf: Shelf, term: string): Suggestion[] {
  const distanceMax = term.length >= twoWrongFrom ? 2 : 1
  const near: Suggestion[] = []
  for (const beginning of beginningsLike(term)) {
    for (const { term: other, articles } of statistics.termsFrom(shelf, beginning, comparedMax)) {
      if (articles < commonMin || Math.abs(other.length - term.length) > distanceMax) continue
      const distance = editDistance(term, other, distanceMax)
      if (distance > 0 && distance <= distanceMax) near.push({ word: other, articles, distance })
    }
  }
  return near
}

/** How a word begins that was meant: as the typed one, or with one of its first letters wrong, missing, doubled or exchanged. */
function beginningsLike(term: string): string[] {
  const [first = '', second = '', third = ''] = Array.from(term)
  return [...new Set([first + second, first + third, second + first, second + third])]
}
