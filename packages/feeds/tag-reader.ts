import { decodeReferences } from './decode-references.ts'

const attributesMax = 200
const nameCharsMax = 200
const unquotedCharsMax = 8_192
const lessThan = 60
const greaterThan = 62
const slash = 47
const equals = 61
const noAttributes: ReadonlyMap<string, string> = new Map()
const doubleQuote = 34
const singleQuote = 39

/**
 * Reads the tags of one text, markup of XML as well as of HTML, with or without quotation marks. Linear in the length of
 * the text over all its tags.
 */
export class TagReader {
  /** Behind what was read last. */
  at = 0
  readonly #text: string
  /** What a search ended in vain for, so that it is not repeated. */
  readonly #absent = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  /** The name that begins here, perhaps empty. */
  name(from: number): string {
    const stop = Math.min(this.#text.length, from + nameCharsMax)
    let at = from
    while (at < stop && isNamePart(this.#text.charCodeAt(at))) at++
    this.at = at
    return this.#text.slice(from, at)
  }

  /**
   * The attributes that stand here, by names in lower case; the first of equal names has it.
   *
   * Leaves the position at the `>` that ends the tag, or at a `<` where it was forgotten.
   */
  attributes(entities?: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const text = this.#text
    if (text.charCodeAt(this.at) === greaterThan) return noAttributes
    const attributes = new Map<string, string>()
    for (;;) {
      this.#skip(isTagLitter)
      const code = text.charCodeAt(this.at)
      if (code === greaterThan || code === lessThan || Number.isNaN(code)) return attributes
      const from = this.at
      this.#skip(isAttributeName)
      const to = this.at
      this.#skip(isSpace)
      const isGiven = text.charCodeAt(this.at) === equals
      const value = isGiven ? this.#value() : ''
      if (attributes.size >= attributesMax || to - from > nameCharsMax) continue
      const name = text.slice(from, to).toLowerCase()
      if (!attributes.has(name)) attributes.set(name, decodeReferences(value, entities))
    }
  }

  /** Where a token stands next, -1 when it does not. */
  find(token: string, from: number): number {
    if (this.#absent.has(token)) return -1
    const at = this.#text.indexOf(token, from)
    if (at < 0) this.#absent.add(token)
    return at
  }

  #value(): string {
    const text = this.#text
    this.at++
    this.#skip(isSpace)
    const from = this.at
    const quote = text.charCodeAt(from)
    const isQuoted = quote === doubleQuote || quote === singleQuote
    const end = isQuoted ? this.find(quote === doubleQuote ? '"' : "'", from + 1) : -1
    if (end >= 0) {
      this.at = end + 1
      return text.slice(from + 1, end)
    }
    const stop = from + unquotedCharsMax
    while (this.at < stop && isUnquoted(text.charCodeAt(this.at))) this.at++
    return text.slice(from, this.at)
  }

  #skip(belongs: (code: number) => boolean): void {
    while (belongs(this.#text.charCodeAt(this.at))) this.at++
  }
}

/** Whether a tag name begins with this: a letter, not the sign that stands behind a stray `<`. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || isLetter(code)
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46
}

/** Beyond ASCII, without general punctuation. */
function isLetter(code: number): boolean {
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f)
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isTagLitter(code: number): boolean {
  return isSpace(code) || code === slash || code === doubleQuote || code === singleQuote || code === equals
}

function isAttributeName(code: number): boolean {
  return !(isTagLitter(code) || code === greaterThan || code === lessThan || Number.isNaN(code))
}

function isUnquoted(code: number): boolean {
  return !(isSpace(code) || code === greaterThan || code === lessThan || code === doubleQuote || Number.isNaN(code))
}
