/** What is remembered of a word, with the word: one look into memory brings both. */
export type Remembered = { readonly written: string }

/**
 * Remembers a value for each word of a language, and forgets what was not asked for lately: two generations, of which the
 * older goes when the younger is full. A word is looked up where it stands in its text: of one that is known nothing is cut
 * out, and nothing is hashed twice.
 */
export class WordMemory<Value extends Remembered> {
  readonly #sizeMax: number
  readonly #make: (word: string, lang: string) => Value
  #young = new Map<string, WordTable<Value>>()
  #old = new Map<string, WordTable<Value>>()
  #youngSize = 0

  /**
   * @param sizeMax words of one generation, of all languages together; there are never more than twice as many
   * @param make the value of a word that is not remembered, which must keep the word as it was given
   */
  constructor(sizeMax: number, make: (word: string, lang: string) => Value) {
    this.#sizeMax = sizeMax
    this.#make = make
  }

  /** The value of the word that stands here (UTF-16 offsets, end exclusive). */
  get(lang: string, text: string, start: number, end: number): Value {
    const hash = hashOf(text, start, end)
    const known = this.#young.get(lang)?.find(hash, text, start, end)
    if (known !== undefined) return known
    const old = this.#old.get(lang)?.find(hash, text, start, end)
    const value = old ?? this.#make(ownCopy(text.slice(start, end)), lang)
    this.#tableOf(lang).add(hash, value)
    this.#youngSize += 1
    return value
  }

  get size(): number {
    return [...this.#young.values(), ...this.#old.values()].reduce((sum, { size }) => sum + size, 0)
  }

  /** Where a new word goes. */
  #tableOf(lang: string): WordTable<Value> {
    if (this.#youngSize >= this.#sizeMax) {
      this.#old = this.#young
      this.#young = new Map()
      this.#youngSize = 0
    }
    const known = this.#young.get(lang)
    if (known !== undefined) return known
    const table = new WordTable<Value>()
    this.#young.set(lang, table)
    return table
  }
}

/** A hash table with open addressing, which doubles as it fills. */
class WordTable<Value extends Remembered> {
  readonly #entries: Value[] = []
  /** Two numbers a place, which one look into memory brings: the hash, and one more than the number of the entry or 0. */
  #slots = new Int32Array(256)

  get size(): number {
    return this.#entries.length
  }

  find(hash: number, text: string, start: number, end: number): Value | undefined {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot + 1] ?? 0
      if (number === 0) return undefined
      if (slots[slot] !== hash) continue
      const entry = this.#entries[number - 1]
      if (entry !== undefined && standsAt(entry.written, text, start, end)) return entry
    }
  }

  add(hash: number, entry: Value): void {
    this.#entries.push(entry)
    if (this.#entries.length * 4 > this.#slots.length) this.#grow()
    enter(this.#slots, hash, this.#entries.length)
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    for (let slot = 0; slot < before.length; slot += 2) {
      const number = before[slot + 1] ?? 0
      if (number !== 0) enter(this.#slots, before[slot] ?? 0, number)
    }
  }
}

function enter(slots: Int32Array, hash: number, number: number): void {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
  slots[slot] = hash
  slots[slot + 1] = number
}

/** FNV-1a over UTF-16 units; the high bits, which it spreads best, fold into the low. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
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
