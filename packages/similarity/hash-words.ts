import { tokenise } from '@rafid/text'
import { fnv1a, fnvOffset, fnvStep } from './hash.ts'
import { letterTable, unit } from './letter-table.ts'

/** The words of a text without the words. */
export type HashedWords = {
  readonly count: number
  /** The hash of each word's normalised form, up to `count`. */
  readonly hashes: Uint32Array
  /** Where each word begins and ends in the text, up to `count`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 1 for a number, else 0. */
  readonly isNumber: Uint8Array
}

/** A longer word is cut here, as the tokeniser cuts it. */
const termCharsMax = 64

/** The one unit that is not there and may still begin a word. */
const tatweel = 0x0640

/**
 * Hashes the words that `tokenise` finds, with its own spelling rules, in one pass and without making strings of them.
 * Texts whose words a table cannot tell (without spaces, with composing marks) are tokenised.
 *
 * @param wordsMax what comes after so many words is left out
 */
export function hashWords(text: string, wordsMax: number): HashedWords {
  const room = roomFor(Math.min(wordsMax, (text.length >>> 1) + 1))
  const count = readQuickly(text, room)
  return count === null ? readSlowly(text, wordsMax) : { count, ...room }
}

type Room = Omit<HashedWords, 'count'>

function roomFor(words: number): Room {
  return {
    hashes: new Uint32Array(words),
    starts: new Uint32Array(words),
    ends: new Uint32Array(words),
    isNumber: new Uint8Array(words),
  }
}

/** @returns the number of words, or null when a unit needs its neighbours to be understood */
function readQuickly(text: string, { hashes, starts, ends, isNumber }: Room): number | null {
  let count = 0
  let hash = fnvOffset
  let chars = 0
  let start = 0
  let isBegun = false
  for (let at = 0; at <= text.length; at += 1) {
    const value = at === text.length ? unit.separator : (letterTable[text.charCodeAt(at)] ?? 0)
    if (value > unit.special) {
      if (chars === 0) {
        if (count === hashes.length) break
        if (!isBegun) start = at
        isNumber[count] = value >= 0x30 && value <= 0x39 ? 1 : 0
      }
      if (chars < termCharsMax) hash = fnvStep(hash, value)
      chars += 1
    } else if (value === unit.special) return null
    else if (value === unit.separator) {
      if (chars > 0) {
        hashes[count] = hash >>> 0
        starts[count] = start
        ends[count] = at
        count += 1
      }
      hash = fnvOffset
      chars = 0
      isBegun = false
    } else if (!isBegun && chars === 0 && text.charCodeAt(at) === tatweel) {
      isBegun = true
      start = at
    }
  }
  return count
}

function readSlowly(text: string, wordsMax: number): HashedWords {
  const tokens = tokenise(text).slice(0, wordsMax)
  return {
    count: tokens.length,
    hashes: Uint32Array.from(tokens, ({ term }) => fnv1a(term)),
    starts: Uint32Array.from(tokens, ({ start }) => start),
    ends: Uint32Array.from(tokens, ({ end }) => end),
    isNumber: Uint8Array.from(tokens, ({ term }) => Number(/^[0-9]/.test(term))),
  }
}
