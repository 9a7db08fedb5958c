import type { Query } from '@rafid/query'
import { analyse, words } from '@rafid/text'
import { nameWords } from './article-document.ts'
import { anyOf, everything, inLanguages, nothing } from './clauses.ts'
import type { Clause, QueryContext } from './clauses.ts'
import { compileWords } from './compile-words.ts'

/** A query tree as OpenSearch's; whatever was typed is data in it, never syntax. */
export function compileQuery(query: Query, context: QueryContext): Clause {
  switch (query.kind) {
    case 'all':
      return everything
    case 'words':
      return compileWords(query.words, context)
    case 'phrase':
      return byLanguage(query.text, context.langs, (terms) => phrase('words', terms.join(' ')))
    case 'prefix':
      return byLanguage(query.text, context.langs, prefix)
    case 'field':
      return compileField(query, context)
    case 'time':
      return { range: { sortAt: bounds(query) } }
    case 'original':
      return { term: { original: true } }
    case 'and':
      return { bool: { must: query.parts.map((part) => compileQuery(part, context)) } }
    case 'or':
      // Where a choice is given, or something is not wanted, words are meant as they stand there.
      return anyOf(query.parts.map((part) => compileQuery(part, { ...context, wanted: 'all' })))
    case 'not':
      return { bool: { must_not: [compileQuery(query.part, { ...context, wanted: 'all', ranked: false })] } }
  }
}

/** Analyses a text as each language does; what is the same for many is asked for once. */
function byLanguage(
  text: string,
  langs: readonly (string | null)[],
  clauseOf: (terms: readonly string[]) => Clause,
): Clause {
  const groups = Map.groupBy(langs, (lang) =>
    analyse(text, lang)
      .map((term) => term.exact)
      .join(' '),
  )
  const clauses = [...groups].flatMap(([terms, group]) => {
    if (terms === '') return []
    const clause = clauseOf(terms.split(' '))
    return [groups.size === 1 ? clause : inLanguages(clause, group)]
  })
  return anyOf(clauses)
}

function phrase(field: string, text: string): Clause {
  return text === '' ? nothing : { match_phrase: { [field]: { query: text, analyzer: 'whitespace' } } }
}

/**
 * A word begins so with what is written before it, or without: «مرف» finds «والمرفأ». Of several words the last may go on,
 * and the others stand before it.
 */
function prefix(terms: readonly string[]): Clause {
  const last = terms.at(-1)
  if (last === undefined) return nothing
  const begins = anyOf(['words', 'stems'].map((field): Clause => ({ prefix: { [field]: { value: last } } })))
  return terms.length === 1 ? begins : { bool: { must: [phrase('words', terms.slice(0, -1).join(' ')), begins] } }
}

function compileField({ field, value }: Extract<Query, { kind: 'field' }>, context: QueryContext): Clause {
  switch (field) {
    case 'source':
      return phrase('sourceWords', nameWords(value))
    case 'author':
      return phrase('authorWords', nameWords(value))
    case 'tag':
      return words(value).length === 0 ? nothing : { term: { tagNames: nameWords(value) } }
    case 'lang':
      return { term: { lang: value.toLowerCase() } }
    case 'story':
      return { term: { story: context.stories.get(value) ?? value } }
  }
}

function bounds({ after, before }: Extract<Query, { kind: 'time' }>): Clause {
  return {
    ...(after === null ? {} : { gte: after.getTime() }),
    ...(before === null ? {} : { lt: before.getTime() }),
  }
}
