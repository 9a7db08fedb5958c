import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode'

/** Places of an attribute in the source: where its name begins and ends, and its value. */
const placesEach = 4
const placesAtFirst = 4096

const upperA = 65
const upperZ = 90
const toLower = 32
/** The one sign beyond ASCII whose small letter is within it. */
const kelvin = 0x212a
const smallK = 107

/** Most references of a page are of these; to ask the table of all two thousand takes many times as long. */
const usual: readonly (readonly [written: string, meant: string])[] = [
  ['amp;', '&'],
  ['nbsp;', '\u00a0'],
  ['quot;', '"'],
]

/** The text of a page, with the places of its attributes: they are read when somebody asks for them, which is seldom. */
export class PageSource {
  readonly html: string
  #places = new Int32Array(placesAtFirst)
  #used = 0
  #decoded = ''
  #consumed = 0
  readonly #decoder = new EntityDecoder(htmlDecodeTree, (codePoint, consumed) => {
    this.#decoded += String.fromCodePoint(codePoint)
    this.#consumed = consumed
  })

  /** @param html a page without NULs */
  constructor(html: string) {
    this.html = html
  }

  /** A piece of the page that begins and ends at signs of markup, well formed: most are, and all need not be looked at. */
  slice(from: number, to: number): string {
    return this.html.slice(from, to).toWellFormed()
  }

  /** How many attributes there are up to now. */
  get attributes(): number {
    return this.#used / placesEach
  }

  /** Forgets the attributes from one on: those of an element that is left out. */
  forget(from: number) {
    this.#used = from * placesEach
  }

  add(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number) {
    if (this.#used === this.#places.length) this.#grow()
    const at = this.#used
    this.#places[at] = nameFrom
    this.#places[at + 1] = nameTo
    this.#places[at + 2] = valueFrom
    this.#places[at + 3] = valueTo
    this.#used = at + placesEach
  }

  #grow() {
    const more = new Int32Array(this.#places.length * 2)
    more.set(this.#places)
    this.#places = more
  }

  /**
   * The value of the first of some attributes that has a name.
   *
   * @param from, to the attributes of one element
   * @param name in small letters of ASCII
   */
  valueOf(name: string, from: number, to: number): string | undefined {
    const places = this.#places
    for (let at = from * placesEach; at < to * placesEach; at += placesEach) {
      const start = places[at] ?? 0
      if ((places[at + 1] ?? 0) - start === name.length && this.#isNamed(name, start))
        return this.#value(places[at + 2] ?? 0, places[at + 3] ?? 0)
    }
    return undefined
  }

  /** All of some attributes, the first of each name. */
  valuesOf(from: number, to: number): Record<string, string> {
    const values: Record<string, string> = {}
    for (let at = from * placesEach; at < to * placesEach; at += placesEach) {
      const name = this.slice(this.#places[at] ?? 0, this.#places[at + 1] ?? 0).toLowerCase()
      if (!Object.hasOwn(values, name)) values[name] = this.#value(this.#places[at + 2] ?? 0, this.#places[at + 3] ?? 0)
    }
    return values
  }

  #isNamed(name: string, start: number): boolean {
    for (let at = 0; at < name.length; at++) {
      const wanted = name.charCodeAt(at)
      const code = this.html.charCodeAt(start + at)
      if (code === wanted || (code >= upperA && code <= upperZ && code + toLower === wanted)) continue
      if (code !== kelvin || wanted !== smallK) return false
    }
    return true
  }

  #value(from: number, to: number): string {
    const written = this.slice(from, to)
    let sign = written.indexOf('&')
    if (sign === -1) return written
    let value = ''
    let done = 0
    for (; sign !== -1; sign = written.indexOf('&', Math.max(done, sign + 1))) {
      const length = this.entityAt(from + sign, DecodingMode.Attribute)
      if (length === 0) continue
      value += written.slice(done, sign) + this.#decoded
      done = sign + length
    }
    return value + written.slice(done)
  }

  /**
   * Reads the character reference at a place; what it says is in `entity` then.
   *
   * @returns how long it is, 0 for none
   */
  entityAt(at: number, mode: DecodingMode): number {
    for (const [written, meant] of usual) {
      if (!this.html.startsWith(written, at + 1)) continue
      this.#decoded = meant
      return written.length + 1
    }
    this.#decoded = ''
    this.#consumed = 0
    this.#decoder.startEntity(mode)
    if (this.#decoder.write(this.html, at + 1) < 0) this.#decoder.end()
    return this.#consumed
  }

  get entity(): string {
    return this.#decoded
  }
}
