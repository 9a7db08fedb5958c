import type { Query } from '@rafid/query'
import { analyse } from '@rafid/text'
import { placeOf } from './place-in-time.ts'
import { languageOf, sharedShelf, tableOf, textColumns } from './shelves.ts'
import { exactWords, wholeValue } from './text-entry.ts'
import { rowsOfClusters } from './cluster-rows.ts'

export type Parameters = Record<string, string | number>

/**
 * What articles of one shelf must fulfil: an expression for its text table, another that must not hold, conditions on the rows
 * `a` of articles, and a span of rows. All of it must hold; `never` when nothing can.
 */
export type Compiled = {
  readonly match: string | null
  readonly except: string | null
  readonly where: readonly string[]
  readonly parameters: Parameters
  readonly fromRid: number | null
  readonly toRid: number | null
  readonly never: boolean
}

/** What the compiler must know of the index. */
export type CompileContext = {
  readonly shelf: string
  /** How many steps later than their instants rows stand at most. */
  readonly stepsShifted: number
  /** Rows of the shelf that hold these words in this order in their exact forms. */
  phraseRids(text: string): readonly number[]
  /** An expression for words of the shelf that begin so. */
  beginningWith(beginning: string): string
  storyNow(id: string): string
}

/** Parts of a query beyond these are not looked at: as if they were not there. */
const leavesMax = 48
const depthMax = 32

const always: Compiled = {
  match: null,
  except: null,
  where: [],
  parameters: {},
  fromRid: null,
  toRid: null,
  never: false,
}
const never: Compiled = { ...always, never: true }

/** Compiles what must hold all together for one shelf. */
export function compileFilters(filters: readonly Query[], context: CompileContext): Compiled {
  return new Compiler(context).conjunction(filters, 0)
}

/** Words are data wherever they stand, never syntax. */
export function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}

/** All of it must hold. */
export function both(one: Compiled, other: Compiled): Compiled {
  if (one.never || other.never) return never
  return {
    match: joined('AND', one.match, other.match),
    except: joined('OR', one.except, other.except),
    where: [...one.where, ...other.where],
    parameters: { ...one.parameters, ...other.parameters },
    fromRid: edge(Math.max, one.fromRid, other.fromRid),
    toRid: edge(Math.min, one.toRid, other.toRid),
    never: false,
  }
}

/** No row before the first of these or after the last: what lies elsewhere need not be looked at. */
export function withinRows(rids: readonly number[]): Compiled {
  return { ...always, fromRid: Math.min(...rids), toRid: Math.max(...rids) }
}

export function matching(match: string): Compiled {
  return { ...always, match }
}

function edge(choose: (...values: number[]) => number, ...values: (number | null)[]): number | null {
  const given = values.filter((value) => value !== null)
  return given.length === 0 ? null : choose(...given)
}

function joined(operator: string, one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : `(${one}) ${operator} (${other})`
}

function isTextOnly(part: Compiled): boolean {
  return part.match !== null && part.except === null && part.where.length === 0
}

class Compiler {
  readonly #context: CompileContext
  #leaves = 0
  #parameters = 0

  constructor(context: CompileContext) {
    this.#context = context
  }

  conjunction(parts: readonly Query[], depth: number): Compiled {
    return this.#each(parts, depth).reduce(both, always)
  }

  #each(parts: readonly Query[], depth: number): Compiled[] {
    return parts.map((part) => this.#compile(part, depth + 1)).filter((part) => part !== null)
  }

  /** @returns null for what is not looked at */
  #compile(query: Query, depth: number): Compiled | null {
    if (query.kind !== 'and' && query.kind !== 'or') this.#leaves += 1
    if (depth > depthMax || this.#leaves > leavesMax) return null
    switch (query.kind) {
      case 'all':
        return always
      case 'words':
        return this.#words(query.words)
      case 'phrase':
        return this.#rows(this.#context.phraseRids(query.text))
      case 'prefix':
        return this.#prefix(query.text)
      case 'field':
        return this.#field(query.field, query.value)
      case 'time':
        return this.#time(query.after, query.before)
      case 'original':
        return { ...always, where: ['a.root_id = a.id'] }
      case 'and':
        return this.conjunction(query.parts, depth)
      case 'or':
        return this.#disjunction(query.parts, depth)
      case 'not':
        return this.#negation(this.#compile(query.part, depth + 1))
    }
  }

  #words(words: readonly string[]): Compiled {
    const stems = new Set(words.flatMap((word) => this.#analyse(word).map(({ stem }) => stem)))
    if (stems.size === 0) return never
    return matching([...stems].map((stem) => `${textColumns} : ${quoted(stem)}`).join(' AND '))
  }

  #prefix(text: string): Compiled {
    const forms = this.#analyse(text)
    const last = forms.at(-1)
    if (last === undefined) return never
    const before = forms.slice(0, -1).map(({ stem }) => `${textColumns} : ${quoted(stem)}`)
    return matching([...before, this.#context.beginningWith(last.exact)].join(' AND '))
  }

  #field(field: 'source' | 'lang' | 'tag' | 'author' | 'story', value: string): Compiled {
    if (field === 'lang') return this.#language(value.toLowerCase())
    if (field === 'story') {
      const name = this.#parameter(this.#context.storyNow(value))
      const members = `SELECT article_id FROM story_members WHERE story_id = :${name.key}`
      const where = `a.rid IN (${rowsOfClusters(members)})`
      return { ...always, where: [where], parameters: name.parameters }
    }
    const words = field === 'tag' ? wholeValue(value) : exactWords(value)
    return words === '' || words === '_' ? never : matching(`${field} : ${quoted(words)}`)
  }

  #language(lang: string): Compiled {
    if (this.#context.shelf !== sharedShelf) return this.#context.shelf === lang ? always : never
    const name = this.#parameter(lang)
    return { ...always, where: [`a.lang IS :${name.key}`], parameters: name.parameters }
  }

  #time(after: Date | null, before: Date | null): Compiled {
    const one = after === null ? always : this.#instant('>=', after, { fromRid: placeOf(after.getTime()) })
    const toRid = before === null ? null : placeOf(before.getTime()) + this.#context.stepsShifted
    const other = before === null ? always : this.#instant('<', before, { toRid })
    return both(one, other)
  }

  /** Only rows near the end of the span may stand on the wrong side of the instant: of the others the number says enough. */
  #instant(operator: '>=' | '<', at: Date, span: Partial<Compiled>): Compiled {
    const instant = this.#parameter(at.getTime())
    const place = placeOf(at.getTime())
    const sure = this.#parameter(operator === '<' ? place : place + this.#context.stepsShifted + 1)
    const isSure = operator === '<' ? `a.rid < :${sure.key}` : `a.rid >= :${sure.key}`
    const read = `(SELECT s.sort_at FROM articles s WHERE s.rid = a.rid) ${operator} :${instant.key}`
    return {
      ...always,
      ...span,
      where: [`(${isSure} OR ${read})`],
      parameters: { ...instant.parameters, ...sure.parameters },
    }
  }

  #rows(rids: readonly number[]): Compiled {
    if (rids.length === 0) return never
    const name = this.#parameter(JSON.stringify(rids))
    return {
      ...withinRows(rids),
      where: [`a.rid IN (SELECT value FROM json_each(:${name.key}))`],
      parameters: name.parameters,
    }
  }

  #disjunction(parts: readonly Query[], depth: number): Compiled {
    const compiled = this.#each(parts, depth).filter((part) => !part.never)
    if (compiled.length === 0) return never
    if (compiled.every(isTextOnly)) {
      return matching(compiled.map(({ match }) => `(${match})`).join(' OR '))
    }
    const sides = compiled.map((part) => this.#asCondition(part))
    if (sides.some(({ sql }) => sql === '1')) return always
    return {
      ...always,
      where: [`(${sides.map(({ sql }) => sql).join(' OR ')})`],
      parameters: Object.assign({}, ...sides.map(({ parameters }) => parameters)),
    }
  }

  #negation(part: Compiled | null): Compiled | null {
    if (part === null) return null
    if (part.never) return always
    if (isTextOnly(part)) return { ...always, except: part.match }
    const { sql, parameters } = this.#asCondition(part)
    return sql === '1' ? never : { ...always, where: [`NOT (${sql})`], parameters }
  }

  #asCondition(part: Compiled): { readonly sql: string; readonly parameters: Parameters } {
    const sides = [
      ...(part.match === null ? [] : [this.#inTable(part.match, 'IN')]),
      ...(part.except === null ? [] : [this.#inTable(part.except, 'NOT IN')]),
    ]
    return {
      sql: [...sides.map(({ sql }) => sql), ...part.where].join(' AND ') || '1',
      parameters: Object.assign({}, part.parameters, ...sides.map(({ parameters }) => parameters)),
    }
  }

  #inTable(match: string, operator: 'IN' | 'NOT IN') {
    const table = tableOf(this.#context.shelf)
    const { key, parameters } = this.#parameter(match)
    return { sql: `a.rid ${operator} (SELECT rowid FROM ${table} WHERE ${table} MATCH :${key})`, parameters }
  }

  #analyse(text: string) {
    return analyse(text, languageOf(this.#context.shelf))
  }

  #parameter(value: string | number): { readonly key: string; readonly parameters: Parameters } {
    this.#parameters += 1
    const key = `p${this.#parameters}`
    return { key, parameters: { [key]: value } }
  }
}
