import { allOf, anyOf, noneOf } from './combine.ts'
import type { ParsedQuery, Query, QueryRemark } from './query.ts'
import { readTokens } from './read-tokens.ts'
import type { QueryToken } from './read-tokens.ts'

/** What is typed beyond is left out, in UTF-16 units. */
export const queryCharsMax = 1_000
/** Further words, phrases and fields are left out. */
export const queryPartsMax = 64
/** Parentheses that lie deeper are passed over. */
export const queryDepthMax = 16

const remarksMax = 8
const pieceCharsMax = 60

export type ParseOptions = {
  /** What «yesterday» is counted from. */
  readonly now: Date
  /** Of the IANA database; whose days are meant. UTC when left out. */
  readonly timeZone?: string
}

/**
 * Reads what a reader typed; nothing that can be typed is an error, and what was not understood is told in remarks.
 *
 * - Words beside each other belong together; `AND` ends such a run of words, binds more closely than `OR`, and `NOT` more
 *   closely than both. `|` is `OR`, and a hyphen before a piece is `NOT`. The operators are words of capital letters, and
 *   signs: Arabic has no capitals, and «و», «أو» and «ليس» are words that readers look for.
 * - "…", “…”, «…», 「…」 are phrases, `word*` is a prefix, `name:value` a field where the name is one of ours.
 *
 * @param typed any string; time is linear in its length
 */
export function parseQuery(typed: string, { now, timeZone = 'UTC' }: ParseOptions): ParsedQuery {
  const text = typed.slice(0, queryCharsMax).toWellFormed()
  const { tokens, remarks } = readTokens(text, { now, timeZone })
  const parser = new Parser(text, tokens)
  const query = parser.parse()
  const all = [...remarks, ...parser.remarks]
  if (typed.length > queryCharsMax) all.push({ code: 'too-long', piece: typed.slice(queryCharsMax) })
  if (query.kind === 'all' && all.length === 0 && text.trim() !== '') all.push({ code: 'no-words', piece: text.trim() })
  return { query, remarks: all.slice(0, remarksMax).map(shortened) }
}

/** A part of an operand list, as it stood: words are gathered only after all are there. */
type Operand = Query | 'and'

class Parser {
  readonly remarks: QueryRemark[] = []
  readonly #text: string
  readonly #tokens: readonly QueryToken[]
  #next = 0
  #parts = 0

  constructor(text: string, tokens: readonly QueryToken[]) {
    this.#text = text
    this.#tokens = tokens
  }

  parse(): Query {
    return this.#any(0)
  }

  /** Up to the end or the parenthesis that closes. */
  #any(depth: number): Query {
    const choices: Query[] = []
    let open: QueryToken | null = null
    for (;;) {
      const choice = this.#run(depth)
      if (choice !== null) choices.push(choice)
      else if (open !== null) this.#dangling(open)
      const token = this.#tokens[this.#next]
      if (token?.kind !== 'or') return anyOf(choices)
      if (choice === null && open === null) this.#dangling(token)
      open = token
      this.#next += 1
    }
  }

  /** Operands beside each other and those joined by `AND`; null when there is none. */
  #run(depth: number): Query | null {
    const operands: Operand[] = []
    let open: QueryToken | null = null
    for (;;) {
      const token = this.#tokens[this.#next]
      if (token === undefined || token.kind === 'or' || (token.kind === 'close' && depth > 0)) break
      if (token.kind === 'and') {
        this.#next += 1
        if (open !== null || operands.length === 0) this.#dangling(token)
        else open = token
        continue
      }
      const operand = this.#operand(depth)
      if (operand === null) continue
      if (open !== null) operands.push('and')
      open = null
      operands.push(operand)
    }
    if (open !== null) this.#dangling(open)
    return operands.length === 0 ? null : gathered(operands)
  }

  #operand(depth: number): Query | null {
    let isExcluded = false
    let not: QueryToken | null = null
    for (let token = this.#tokens[this.#next]; token?.kind === 'not'; token = this.#tokens[this.#next]) {
      not = token
      isExcluded = !isExcluded
      this.#next += 1
    }
    const operand = this.#piece(depth)
    if (operand === null && not !== null) this.#dangling(not)
    return operand !== null && isExcluded ? noneOf(operand) : operand
  }

  #piece(depth: number): Query | null {
    const token = this.#tokens[this.#next]
    if (token === undefined) return null
    if (token.kind === 'open') return this.#group(token, depth)
    if (token.kind === 'close') {
      this.#next += 1
      if (depth === 0) this.#remark('unbalanced-parenthesis', token)
      return null
    }
    if (token.kind === 'and' || token.kind === 'or' || token.kind === 'not') return null
    this.#next += 1
    this.#parts += 1
    if (this.#parts === queryPartsMax + 1) this.#remark('too-long', token)
    return this.#parts > queryPartsMax ? null : leaf(token)
  }

  #group(open: QueryToken, depth: number): Query | null {
    this.#next += 1
    if (depth >= queryDepthMax) {
      if (!this.remarks.some(({ code }) => code === 'too-deep')) this.#remark('too-deep', open)
      return null
    }
    const inside = this.#any(depth + 1)
    if (this.#tokens[this.#next]?.kind === 'close') this.#next += 1
    else this.#remark('unbalanced-parenthesis', open)
    return inside.kind === 'all' ? null : inside
  }

  #dangling(token: QueryToken): void {
    this.#remark('dangling-operator', token)
  }

  #remark(code: QueryRemark['code'], { at }: QueryToken): void {
    this.remarks.push({ code, piece: this.#text.slice(at) })
  }
}

function leaf(token: QueryToken): Query | null {
  if (token.kind === 'word') return { kind: 'words', words: [token.text] }
  if (token.kind === 'phrase' || token.kind === 'prefix') return { kind: token.kind, text: token.text }
  if (token.kind === 'field') return { kind: 'field', field: token.field, value: token.value }
  if (token.kind === 'original') return { kind: 'original' }
  if (token.kind !== 'time') return null
  const { operator, span } = token
  if (operator === 'after') return { kind: 'time', after: span.from, before: null }
  if (operator === 'before') return { kind: 'time', after: null, before: span.from }
  return { kind: 'time', after: span.from, before: span.to }
}

/** Words of one run, between two `AND`, stand where the first of them stood. */
function gathered(operands: readonly Operand[]): Query {
  const parts: Query[] = []
  let place = -1
  for (const operand of operands) {
    const run = parts[place]
    if (operand === 'and') place = -1
    else if (operand.kind !== 'words') parts.push(operand)
    else if (run?.kind === 'words') parts[place] = { kind: 'words', words: [...run.words, ...operand.words] }
    else place = parts.push(operand) - 1
  }
  return allOf(parts)
}

function shortened({ code, piece }: QueryRemark): QueryRemark {
  const cut = piece.slice(0, pieceCharsMax).toWellFormed()
  return { code, piece: piece.length > pieceCharsMax ? `${cut}…` : cut }
}
