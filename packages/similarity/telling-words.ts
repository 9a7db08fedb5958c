import { fnv1a } from './hash.ts'
import { datelineWords } from './dateline.ts'
import type { HashedWords } from './hash-words.ts'
import { knownWord } from './known-words.ts'
import { wordKey } from './word-key.ts'

/** The words of a text that tell its event, 16 bits of a hash each. */
export type Telling = {
  /** The first words by their stems, in their order; those below `lightBelow` are light. */
  readonly head: Uint16Array
  /** Its numbers, ascending. */
  readonly numbers: Uint16Array
  /** Its names, ascending: capitals within a sentence; where a script has none, countries and what cues tell. */
  readonly names: Uint16Array
}

const headWordsMax = 200
const numbersMax = 48
const namesMax = 64
/** Values below stand for words that tell nothing of an event. */
export const lightBelow = 1024
const lightShift = 22

type Found = {
  readonly head: Uint16Array
  filled: number
  readonly numbers: Set<number>
  readonly names: Set<number>
  /** The last word was one that a name follows. */
  isCued: boolean
}

/** Finds the words by which two texts are laid side by side, and those that must not differ. */
export function tellingWords(text: string, words: HashedWords): Telling {
  const head = new Uint16Array(Math.min(words.count, headWordsMax))
  const found: Found = { head, filled: 0, numbers: new Set(), names: new Set(), isCued: false }
  for (let word = datelineWords(text, words); word < words.count; word += 1) {
    if (words.isNumber[word] === 1) word = addNumber(found, text, words, word)
    else addWord(found, text, words, word)
  }
  return {
    head: head.slice(0, found.filled),
    numbers: ascending(found.numbers, numbersMax),
    names: ascending(found.names, namesMax),
  }
}

function addWord(found: Found, text: string, words: HashedWords, word: number): void {
  const start = words.starts[word] ?? 0
  const isCapital = capitals[text.charCodeAt(start)] === 1 && word > 0 && !beginsSentence(text, words, word)
  if (!isCapital && found.filled === found.head.length) return
  const key = wordKey(text, start, words.ends[word] ?? 0) ?? words.hashes[word] ?? 0
  const known = knownWord(key)
  const value = known?.kind === 'light' ? known.hash >>> lightShift : short(known?.hash ?? key)
  if (known?.kind === 'number') found.numbers.add(value)
  else if (known?.kind === 'name' || (isCapital ? known?.kind !== 'light' : found.isCued && known === undefined)) {
    found.names.add(value)
  }
  found.isCued = known?.kind === 'cue'
  if (found.filled < found.head.length) found.head[found.filled++] = value
}

/** @returns the last of the words that are written together as one number */
function addNumber(found: Found, text: string, words: HashedWords, word: number): number {
  const last = lastOfNumber(text, words, word)
  const value = short(last === word ? (words.hashes[word] ?? 0) : numberHash(text, words, word, last))
  found.numbers.add(value)
  found.isCued = false
  if (found.filled < found.head.length) found.head[found.filled++] = value
  return last
}

const pointsMax = 1

/** 1,200 and 2.5 are one number, 21.10.2015 is three. */
function lastOfNumber(text: string, words: HashedWords, word: number): number {
  let last = word
  let points = Number(isJoined(text, words, word - 1))
  while (isJoined(text, words, last)) {
    if ('.٫'.includes(text.charAt(words.ends[last] ?? 0))) points += 1
    last += 1
  }
  return points > pointsMax ? word : last
}

/** Whether a number goes on with the next word: a comma or a point between them, and nothing else. */
function isJoined(text: string, { isNumber, starts, ends, count }: HashedWords, word: number): boolean {
  if (word < 0 || word + 1 >= count || isNumber[word] !== 1 || isNumber[word + 1] !== 1) return false
  const end = ends[word] ?? 0
  return (starts[word + 1] ?? 0) - end === 1 && '.,٫٬'.includes(text.charAt(end))
}

function numberHash(text: string, { starts, ends }: HashedWords, first: number, last: number): number {
  let digits = ''
  for (let word = first; word <= last; word += 1) {
    const [start = 0, end = 0] = [starts[word], ends[word]]
    const joiner = word === first ? '' : text.charAt(start - 1)
    const isGroup = ',٬'.includes(joiner) && end - start === groupDigits
    digits += `${joiner === '' || isGroup ? '' : '.'}${plainDigits(text.slice(start, end))}`
  }
  return fnv1a(digits)
}

const groupDigits = 3

/** Arabic-Indic digits as 0-9. */
function plainDigits(written: string): string {
  return written.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

function ascending(values: ReadonlySet<number>, most: number): Uint16Array {
  return Uint16Array.from(values).sort().slice(0, most)
}

/** The upper half of a hash: of FNV-1a the better mixed one. */
function short(hash: number): number {
  const value = hash >>> 16
  return value < lightBelow ? value + lightBelow : value
}

/** 1 for a capital; of the letters below 0x2000 only, for no script beyond has any. */
const capitals = Uint8Array.from({ length: 0x2000 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return Number(letter !== letter.toLowerCase())
})

function beginsSentence(text: string, { starts, ends }: HashedWords, word: number): boolean {
  for (let at = ends[word - 1] ?? 0; at < (starts[word] ?? 0); at += 1) {
    if ('.!?:\n"“«'.includes(text[at] ?? ' ')) return true
  }
  return false
}
