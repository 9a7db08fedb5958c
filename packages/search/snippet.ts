import { analyse, firstPlaces } from '@rafid/text'
import type { SnippetPart } from './article-index.ts'

/** What was asked for, and in which language the text is. */
export type Asked = {
  /** Words and phrases as they were typed. */
  readonly words: readonly string[]
  /** Beginnings of words as they were typed. */
  readonly prefixes?: readonly string[]
  readonly lang: string | null
}

const windowWords = 32
/** What is shown before the first hit. */
const contextWords = 5

/**
 * A text is searched this far, and further while it has shown less than half of what is asked for; the last step is taken
 * where it has shown nothing. In UTF-16 units.
 */
const searchedSteps = [1200, 5000, 20_000] as const

type Place = { readonly start: number; readonly end: number; readonly hit: boolean }

/**
 * The part of a text that holds the most of the words that are asked for. Marked are the words of the original text whose
 * analysed forms are asked for, each as a whole: marks and tatweel within a word do not shift it.
 *
 * @param known places among the words of the text, in order, where an engine knows that only these may be asked for: spares
 *   the analysis of all others
 */
export function snippet(text: string, asked: Asked, known: readonly number[] | null = null): SnippetPart[] {
  const wanted = wantedOf(asked)
  const places = (known && placesKnown(text, wanted, asked.lang, known)) ?? search(text, wanted, asked.lang)
  const from = bestWindow(places.flatMap(({ hit }, at) => (hit ? [at] : [])))
  const shown = places.slice(from, from + windowWords)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return []
  const parts: SnippetPart[] = []
  let at = from === 0 ? 0 : first.start
  if (from > 0) parts.push({ text: '… ', hit: false })
  for (const place of shown) {
    if (!place.hit) continue
    if (place.start > at) parts.push({ text: text.slice(at, place.start), hit: false })
    parts.push({ text: text.slice(place.start, place.end), hit: true })
    at = place.end
  }
  if (last.end > at) parts.push({ text: text.slice(at, last.end), hit: false })
  if (last.end < lastLetter(text)) parts.push({ text: ' …', hit: false })
  return parts
}

type Wanted = { readonly stems: ReadonlySet<string>; readonly beginnings: readonly string[] }

function wantedOf({ words, prefixes = [], lang }: Asked): Wanted {
  return {
    stems: new Set(words.flatMap((word) => analyse(word, lang).map(({ stem }) => stem))),
    beginnings: prefixes.flatMap((prefix) =>
      analyse(prefix, lang)
        .slice(-1)
        .map(({ exact }) => exact),
    ),
  }
}

/**
 * The words of a text up to the end of the window that is shown; null where words and what is known of them do not go
 * together.
 */
function placesKnown(text: string, wanted: Wanted, lang: string | null, known: readonly number[]): Place[] | null {
  if (wanted.beginnings.length > 0) return null
  const hits = new Set(known)
  const end = bestWindow(known) + windowWords
  const merged = new MergedPlaces()
  // As many again: of pairs of signs that overlap, two hits are one place.
  for (const [at, place] of firstPlaces(text, lang, end + windowWords).entries()) {
    const hit = hits.has(at)
    if (hit && !isWanted(text.slice(place.start, place.end), wanted, lang)) return null
    merged.add(place.start, place.end, hit)
  }
  return merged.places
}

function isWanted(word: string, { stems }: Wanted, lang: string | null): boolean {
  return analyse(word, lang).some(({ stem }) => stems.has(stem))
}

/** The words of a text, as far as it must be read. */
function search(text: string, wanted: Wanted, lang: string | null): readonly Place[] {
  const enough = (wanted.stems.size + wanted.beginnings.length) / 2
  let places: readonly Place[] = []
  for (const step of searchedSteps) {
    const end = step < text.length ? text.lastIndexOf(' ', step) : -1
    const { found, seen } = placesIn(text.slice(0, end > 0 ? end : step), wanted, lang)
    places = found
    if (seen >= enough || step >= text.length || (seen > 0 && step > searchedSteps[0])) break
  }
  return places
}

/** The words of a text, and how many of those that are asked for. */
function placesIn(text: string, { stems, beginnings }: Wanted, lang: string | null) {
  const merged = new MergedPlaces()
  const seen = new Set<string>()
  for (const { stem, exact, start, end } of analyse(text, lang)) {
    const hit = stems.has(stem) || beginnings.some((beginning) => exact.startsWith(beginning))
    if (hit) seen.add(stem)
    merged.add(start, end, hit)
  }
  return { found: merged.places, seen: seen.size }
}

/** Each place of a text once; pairs of signs that overlap and are asked for are one place. */
class MergedPlaces {
  readonly places: Place[] = []

  add(start: number, end: number, hit: boolean): void {
    const last = this.places.at(-1)
    if (last === undefined || start >= last.end) this.places.push({ start, end, hit })
    else if (hit && last.hit) this.places.splice(-1, 1, { start: last.start, end, hit })
    else if (hit) this.places.splice(-1, 1, ...cut(last, start), { start, end, hit })
    else if (end > last.end) this.places.push({ start: last.end, end, hit })
  }
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** Where the text ends but for blanks and full stops, as far as it is searched. */
function lastLetter(text: string): number {
  let end = Math.min(text.length, searchedSteps[2])
  while (end > 0 && !letter.test(text.charAt(end - 1))) end -= 1
  return end
}

function cut(place: Place, end: number): Place[] {
  return end > place.start ? [{ ...place, end }] : []
}

/**
 * Where the window with the most hits begins, the first of such: a little before its first hit, so that the hit has a context.
 *
 * @param hits their places among the words, in order
 */
function bestWindow(hits: readonly number[]): number {
  let [best, from, most] = [0, 0, 0]
  for (const [index, at] of hits.entries()) {
    while (at - (hits[from] ?? at) >= windowWords) from += 1
    if (index - from + 1 <= most) continue
    most = index - from + 1
    best = hits[from] ?? 0
  }
  return Math.max(0, best - contextWords)
}
