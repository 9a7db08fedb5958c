/**
 * Remembers a value for each word of a language, and forgets what was not asked for lately: two generations, of which the
 * older goes when the younger is full. A word is looked up where it stands in its text, so that nothing is cut out of it,
 * and nothing is hashed twice, for a word that is known.
 */
export class WordMemory<Value> {
  readonly #sizeMax: number
  readonly #languages = new Map<string, number>()
  #young = new Generation<Value>()
  #old = new Generation<Value>()

  /** @param sizeMax words of one generation, of all languages together; there are never more than twice as many */
  constructor(sizeMax: number) {
    this.#sizeMax = sizeMax
  }

  /**
   * @param place of the word in its text (UTF-16 offsets, end exclusive)
   * @param make the value of a word that is not remembered
   */
  get(lang: string, place: { text: string; start: number; end: number }, make: (word: string) => Value): Value {
    const { text, start, end } = place
    const hash = hashOf(text, start, end, this.#seed(lang))
    const known = this.#young.find(hash, lang, text, start, end)
    if (known !== undefined) return known
    const word = ownCopy(text.slice(start, end))
    const old = this.#old.find(hash, lang, text, start, end)
    const value = old === undefined ? make(word) : old
    if (this.#young.size >= this.#sizeMax) {
      this.#old = this.#young
      this.#young = new Generation()
    }
    this.#young.add(hash, { lang, word, value })
    return value
  }

  get size(): number {
    return this.#young.size + this.#old.size
  }

  #seed(lang: string): number {
    let seed = this.#languages.get(lang)
    // Codes of languages come from outside.
    if (this.#languages.size >= languagesMax) this.#languages.clear()
    if (seed === undefined) this.#languages.set(lang, (seed = hashOf(lang, 0, lang.length, 0)))
    return seed
  }
}

const languagesMax = 1000

type Entry<Value> = { readonly lang: string; readonly word: string; readonly value: Value }

/** A hash table with open addressing, which doubles as it fills. */
class Generation<Value> {
  readonly #entries: Entry<Value>[] = []
  /** Two numbers a place, which one look into memory brings: the hash, and one more than the number of the entry or 0. */
  #slots = new Int32Array(2048)

  get size(): number {
    return this.#entries.length
  }

  find(hash: number, lang: string, text: string, start: number, end: number): Value | undefined {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot + 1] ?? 0
      if (number === 0) return undefined
      if (slots[slot] !== hash) continue
      const entry = this.#entries[number - 1]
      if (entry !== undefined && entry.lang === lang && standsAt(entry.word, text, start, end)) return entry.value
    }
  }

  add(hash: number, entry: Entry<Value>): void {
    this.#entries.push(entry)
    if (this.#entries.length * 4 > this.#slots.length) this.#grow()
    place(this.#slots, hash, this.#entries.length)
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    for (let slot = 0; slot < before.length; slot += 2) {
      const number = before[slot + 1] ?? 0
      if (number !== 0) place(this.#slots, before[slot] ?? 0, number)
    }
  }
}

function place(slots: Int32Array, hash: number, number: number): void {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
  slots[slot] = hash
  slots[slot + 1] = number
}

/** FNV-1a over UTF-16 units, begun with the language's number; the high bits, which it spreads best, fold into the low. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // Small integers are compared and kept without a box.
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** Engines keep a whole text alive for a piece of it that is kept. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : Array.from(word).join('')
}
