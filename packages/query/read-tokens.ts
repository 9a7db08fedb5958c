import { words } from '@rafid/text'
import { lacksYear, readDateValue } from './date-value.ts'
import type { DateOptions, DateSpan } from './date-value.ts'
import { languageNamed } from './language-name.ts'
import { meansOriginals, operatorNamed } from './operators.ts'
import type { Operator } from './operators.ts'
import type { QueryField, QueryRemark } from './query.ts'
import { closingQuote, quoteFamily, quoteSigns } from './quotes.ts'

/** A piece of a query between blanks, with its place in what was typed. */
export type QueryToken = { readonly at: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'original' }
  | { readonly kind: 'word' | 'phrase' | 'prefix'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string }
  | { readonly kind: 'time'; readonly operator: 'after' | 'before' | 'on'; readonly span: DateSpan }
)

/** What lies between two pieces. Marks of direction come with what is copied from elsewhere, and say nothing. */
const blank = String.raw`\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff`
const blanks = new RegExp(`[${blank}]*`, 'uy')
const run = new RegExp(`[^${blank}()（）|｜]+`, 'uy')
const strokes = /[|｜]+/y
const signs = new Map<string, 'open' | 'close'>([
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
])
const keywords = new Map<string, 'and' | 'or' | 'not'>([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
])
const startsWord = /^[\p{L}\p{N}]/u

/** A tenth of all words begin with one letter or another. */
const prefixLettersMin = 2
const isSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** A date without quotes goes on over so many words. */
const dateWordsMax = 4
/** `a week ago` */
const articleLettersMax = 2

/** Splits a query into its pieces and tells what could not be read; takes linear time. */
export function readTokens(
  typed: string,
  options: DateOptions,
): { tokens: readonly QueryToken[]; remarks: readonly QueryRemark[] } {
  const reader = new TokenReader(typed, options)
  reader.readAll()
  return reader
}

class TokenReader {
  readonly tokens: QueryToken[] = []
  readonly remarks: QueryRemark[] = []
  readonly #typed: string
  readonly #options: DateOptions
  /** Families whose marks do not come again. */
  readonly #unclosed = new Set<string>()
  #at = 0

  constructor(typed: string, options: DateOptions) {
    this.#typed = typed
    this.#options = options
  }

  readAll(): void {
    for (this.#take(blanks); this.#at < this.#typed.length; this.#take(blanks)) this.#readOne()
  }

  #readOne(): void {
    const at = this.#at
    const sign = this.#typed.charAt(at)
    const parenthesis = signs.get(sign)
    if (parenthesis !== undefined) {
      this.tokens.push({ kind: parenthesis, at })
      this.#at += 1
    } else if (this.#take(strokes) !== '') this.tokens.push({ kind: 'or', at })
    else if (sign === '-') this.#readMinus()
    else if (quoteFamily(sign) !== null) this.#readPhrase()
    else this.#readRun()
  }

  /** A hyphen before a piece excludes it; between blanks or after a quotation it is a dash. */
  #readMinus(): void {
    const at = this.#at
    this.#at += 1
    const isBehindQuote = quoteFamily(this.#typed.charAt(at - 1)) !== null
    if (!isBehindQuote && canBeExcluded(this.#typed.slice(this.#at, this.#at + 2)))
      this.tokens.push({ kind: 'not', at })
  }

  #readPhrase(): void {
    const at = this.#at
    const text = this.#quoted()
    if (text !== null && isSearchable(text)) this.tokens.push({ kind: 'phrase', text, at })
  }

  /** What stands in the quotes that begin here; where they do not end, the sign alone is passed over. */
  #quoted(): string | null {
    const open = this.#at
    const family = quoteFamily(this.#typed.charAt(open)) ?? ''
    const close = this.#unclosed.has(family) ? -1 : closingQuote(this.#typed, open)
    if (close === -1) {
      this.#unclosed.add(family)
      this.#at += 1
      // A sign behind a word or alone is an inch, a foot or a slip.
      if (startsWord.test(this.#typed.slice(open + 1, open + 3)))
        this.#remark('unclosed-quote', this.#typed.slice(open))
      return null
    }
    this.#at = close + 1
    return plain(this.#typed.slice(open + 1, close))
  }

  #readRun(): void {
    const at = this.#at
    const text = this.#take(run)
    const keyword = keywords.get(text)
    const colon = text.search(/[:：]/)
    const operator = colon > 0 ? operatorNamed(text.slice(0, colon)) : null
    if (keyword !== undefined) this.tokens.push({ kind: keyword, at })
    else if (
      operator !== null &&
      this.#readOperator(operator, { at, name: text.slice(0, colon), end: at + text.length })
    )
      return
    else this.#addWord(text, at)
  }

  /** @returns false when it is a word all the same */
  #readOperator(operator: Operator, { at, name, end }: { at: number; name: string; end: number }): boolean {
    const start = at + name.length + 1
    const isQuoted = quoteFamily(this.#typed.charAt(start)) !== null
    this.#at = start
    const value = isQuoted ? (this.#quoted() ?? plain(this.#take(run))) : this.#typed.slice(start, end)
    if (!isQuoted) this.#at = end
    if (!isSearchable(value)) return isQuoted
    if (operator === 'is') return this.#addOriginal(value, at, isQuoted)
    if (operator === 'after' || operator === 'before' || operator === 'on') {
      this.#addTime({ operator, value, at, isQuoted })
      return true
    }
    this.tokens.push({ kind: 'field', field: operator, value: operator === 'lang' ? languageNamed(value) : value, at })
    return true
  }

  #addOriginal(value: string, at: number, isQuoted: boolean): boolean {
    if (meansOriginals(value)) this.tokens.push({ kind: 'original', at })
    else if (isQuoted) this.tokens.push({ kind: 'phrase', text: value, at })
    else return false
    return true
  }

  #addTime(given: { operator: 'after' | 'before' | 'on'; value: string; at: number; isQuoted: boolean }): void {
    const { operator, value, at, isQuoted } = given
    const span = isQuoted ? readDateValue(value, this.#options) : this.#spanOver(value)
    if (span === null) this.#remark('unknown-date', this.#typed.slice(at, this.#at))
    else this.tokens.push({ kind: 'time', operator, span, at })
  }

  /** `after:3 days ago`: the shortest run of words that is a date, with the year behind it. */
  #spanOver(first: string): DateSpan | null {
    const start = this.#at
    let value = first
    for (let count = 0; count <= dateWordsMax; count += 1) {
      const span = readDateValue(value, this.#options)
      if (span !== null && this.#isPartOf(value, first, span))
        return lacksYear(value) ? (this.#spanWithYear(value) ?? span) : span
      const next = this.#nextWord()
      if (next === '') break
      value += ` ${next}`
    }
    this.#at = start
    return null
  }

  /** Whether the first word says something of a date, and does not only stand before it: `after:soon harbour yesterday`. */
  #isPartOf(value: string, first: string, span: DateSpan): boolean {
    if (value === first || first.length <= articleLettersMax) return true
    const without = readDateValue(value.slice(first.length + 1), this.#options)
    return without?.from.getTime() !== span.from.getTime()
  }

  #spanWithYear(value: string): DateSpan | null {
    const end = this.#at
    const next = this.#nextWord()
    const span = /^\p{Nd}{4}$/u.test(next) ? readDateValue(`${value} ${next}`, this.#options) : null
    if (span === null) this.#at = end
    return span
  }

  #nextWord(): string {
    this.#take(blanks)
    return this.#take(run)
  }

  #addWord(text: string, at: number): void {
    const beginning = text.replace(/\*+$/, '')
    const [prefix, ...others] = beginning === text ? [] : words(beginning)
    const isLong = prefix !== undefined && (prefix.length >= prefixLettersMin || isSign.test(prefix))
    // Of several words none is the one that begins so: the asterisk says nothing.
    if (isLong && others.length === 0) this.tokens.push({ kind: 'prefix', text: beginning, at })
    else if (isSearchable(text)) this.tokens.push({ kind: 'word', text, at })
    if (prefix !== undefined && !isLong) this.#remark('short-prefix', text)
  }

  #remark(code: QueryRemark['code'], piece: string): void {
    this.remarks.push({ code, piece })
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const text = pattern.exec(this.#typed)?.[0] ?? ''
    this.#at += text.length
    return text
  }
}

const anyBlank = new RegExp(`[${blank}]+`, 'gu')

function plain(text: string): string {
  return text.replaceAll(anyBlank, ' ').trim()
}

/** Whether there is a word in a text, as the engine knows words. */
function isSearchable(text: string): boolean {
  return words(text).length > 0
}

/** Whether a hyphen before a piece excludes it. */
export function canBeExcluded(piece: string): boolean {
  return startsWord.test(piece) || /^[(（]/.test(piece) || quoteFamily(piece.charAt(0)) !== null
}

const bare = new RegExp(`^(?![${quoteSigns}])[^${blank}()（）|｜]+$`, 'u')

/** Whether a text can stand without quotes, and is read as the same. */
export function isBare(text: string): boolean {
  return bare.test(text)
}
