/** Letters of one word in their normalised form, as UTF-16 units. */
export type Letters = { readonly units: Uint16Array; readonly count: number }

/** Which of its letters a word is compared by: from the first, up to the second. */
export type Stem = { from: number; to: number }

/** Fewer letters are no stem. */
const stemCharsMin = 3

const arabic = {
  first: 0x0621,
  last: 0x064a,
  prefixes: affixes(['ال', 'لل', 'و', 'ف', 'ب', 'ك', 'ل'], firstOf),
  suffixes: affixes(['ات', 'ون', 'ين', 'ها', 'هم', 'وا', 'ه', 'ي', 'ا'], lastOf),
}
const latin = {
  first: 0x61,
  last: 0x7a,
  prefixes: affixes([], firstOf),
  suffixes: affixes(['ing', 'ed', 'ly', 's', 'e'], lastOf),
}

type Affixes = {
  readonly parts: readonly Uint16Array[]
  /** 1 for each letter that one of the parts has at its outer end: most words have none of them there. */
  readonly outer: Uint8Array
}
type Rules = { readonly prefixes: Affixes; readonly suffixes: Affixes }

/**
 * Takes off what is written together with a word and says nothing of what it means: Arabic particles, the article and
 * endings, English endings. As long as there is anything to take off, so that what remains is the same whatever was on
 * it; it need not be a word. Source of the Arabic lists: L. S. Larkey and others, "Light stemming for Arabic information
 * retrieval", 2007 (light10).
 */
export function lightStem(letters: Letters): Stem {
  const stem = { from: 0, to: letters.count }
  const first = letters.units[0] ?? 0
  if (first >= latin.first && first <= latin.last) takeOff(letters, stem, latin)
  else if (first >= arabic.first && first <= arabic.last) takeOff(letters, stem, arabic)
  return stem
}

function takeOff({ units }: Letters, stem: Stem, { prefixes, suffixes }: Rules): void {
  while (prefixes.outer[units[stem.from] ?? 0] === 1) {
    const length = lengthOfOne(prefixes, units, stem, true)
    if (length === 0) break
    stem.from += length
  }
  while (suffixes.outer[units[stem.to - 1] ?? 0] === 1) {
    const length = lengthOfOne(suffixes, units, stem, false)
    if (length === 0) break
    stem.to -= length
  }
}

/** The length of the first affix that stands there and leaves a stem, 0 for none. */
function lengthOfOne({ parts }: Affixes, units: Uint16Array, { from, to }: Stem, atStart: boolean): number {
  for (const part of parts) {
    if (to - from - part.length >= stemCharsMin && stands(part, units, atStart ? from : to - part.length))
      return part.length
  }
  return 0
}

function stands(part: Uint16Array, units: Uint16Array, at: number): boolean {
  for (let index = 0; index < part.length; index += 1) if (part[index] !== units[at + index]) return false
  return true
}

function affixes(parts: readonly string[], outerOf: (part: string) => string): Affixes {
  const outer = new Uint8Array(0x1_0000)
  for (const part of parts) outer[outerOf(part).charCodeAt(0)] = 1
  return { parts: parts.map((part) => Uint16Array.from(part, (letter) => letter.charCodeAt(0))), outer }
}

function firstOf(part: string): string {
  return part.charAt(0)
}

function lastOf(part: string): string {
  return part.charAt(part.length - 1)
}
