/**
 * A bounded cache of values by language and word that forgets what was not asked for lately: two generations, of which
 * the older goes when the younger is full. Languages share the room, so that one does not hold what another needs.
 */
export class GenerationCache<Value> {
  readonly #sizeMax: number
  #young = new Map<string, Map<string, Value>>()
  #old = new Map<string, Map<string, Value>>()
  #youngSize = 0

  /** @param sizeMax values of one generation; there are never more than twice as many */
  constructor(sizeMax: number) {
    this.#sizeMax = sizeMax
  }

  get(lang: string, word: string): Value | undefined {
    const young = this.#young.get(lang)?.get(word)
    if (young !== undefined) return young
    const old = this.#old.get(lang)?.get(word)
    if (old !== undefined) this.set(lang, word, old)
    return old
  }

  set(lang: string, word: string, value: Value): void {
    if (this.#youngSize >= this.#sizeMax) {
      this.#old = this.#young
      this.#young = new Map()
      this.#youngSize = 0
    }
    let words = this.#young.get(lang)
    if (words === undefined) this.#young.set(lang, (words = new Map()))
    words.set(ownCopy(word), value)
    this.#youngSize += 1
  }

  get size(): number {
    return [...this.#young.values(), ...this.#old.values()].reduce((sum, words) => sum + words.size, 0)
  }
}

/** Engines keep a whole text alive for a piece of it that is a key. */
function ownCopy(key: string): string {
  return key.length < 13 ? key : Array.from(key).join('')
}
