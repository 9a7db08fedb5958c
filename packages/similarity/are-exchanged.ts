import { lightBelow } from './telling-words.ts'

/** What two texts have between two words that both have: some words each, and where these begin. */
export type Gap = {
  readonly one: Uint16Array
  readonly oneAt: number
  readonly other: Uint16Array
  readonly otherAt: number
}

/** Words further apart than this have moved with their sentences. */
const reachWords = 24
/** Words that may be out of place on one side, and those that stand on one side only: with more a text was written anew. */
const movedMax = 12
const strangersMax = 1

/**
 * Whether two words that could not be laid side by side stand in each other's place: A beat B, B beat A. What moves
 * without turning round, a clause or a sentence, is not exchanged.
 */
export function areExchanged(gaps: readonly Gap[]): boolean {
  const here = placesOf(gaps.map(({ one, oneAt }) => ({ words: one, at: oneAt })))
  const there = placesOf(gaps.map(({ other, otherAt }) => ({ words: other, at: otherAt })))
  if (here === null || there === null) return false
  const moved = [...here].flatMap(([word, left]) => {
    const right = there.get(word)
    return right === undefined ? [] : [{ left, right }]
  })
  if (here.size + there.size - 2 * moved.length > strangersMax) return false
  return moved.some((a) => moved.some((b) => isWithin(b.left - a.left) && isWithin(a.right - b.right)))
}

function isWithin(words: number): boolean {
  return words > 0 && words <= reachWords
}

type Passage = { readonly words: Uint16Array; readonly at: number }

/** Where the telling words of one side stand, null for more than are looked at. */
function placesOf(passages: readonly Passage[]): Map<number, number> | null {
  const places = new Map<number, number>()
  for (const { words, at } of passages) {
    for (const [index, word] of words.entries()) if (word >= lightBelow) places.set(word, at + index)
    if (places.size > movedMax) return null
  }
  return places
}
