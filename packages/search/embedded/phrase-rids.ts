import type { DatabaseSync } from 'node:sqlite'
import { formsIn } from '@rafid/text'
import { matching, quoted } from './compile-query.ts'
import { newestRows } from './matching-rows.ts'
import { formColumns, languageOf, textColumns, type Shelf } from './shelves.ts'
import { codesMax, decodeTerms } from './term-codes.ts'

/** So many articles that may hold a phrase are looked at, the newest. */
const lookedAtMax = 2000

/**
 * The articles of a shelf that hold these words in this order in their exact forms. The text table knows the order of
 * stems, the list of an article's words their forms.
 */
export function phraseRids(database: DatabaseSync, shelf: Shelf, text: string): number[] {
  const forms = formsIn(text, languageOf(shelf.name))
  if (forms.length === 0) return []
  const stems = quoted(forms.map(({ stem }) => stem).join(' '))
  const inflected = forms
    .filter(({ stem, exact }) => stem !== exact)
    .map(({ exact }) => `${formColumns} : ${quoted(exact)}`)
  const compiled = matching([`${textColumns} : ${stems}`, ...inflected].join(' AND '))
  const maybe = newestRows(database, { shelf: shelf.name, compiled }, { before: null, limit: lookedAtMax })
  const codes = Uint32Array.from(forms, ({ code }) => code)
  const termsOf = database.prepare('SELECT terms FROM article_terms WHERE rid = ?')
  return maybe.filter((rid) => {
    const terms = termsOf.get(rid)?.['terms']
    return terms instanceof Uint8Array && holds(terms, codes)
  })
}

function holds(bytes: Uint8Array, phrase: Uint32Array): boolean {
  const { title, body, keywords } = decodeTerms(bytes)
  // What stands beyond the words that are kept is believed to be as its stems say.
  if (body.length >= codesMax) return true
  return [title, body, keywords].some((codes) => isWithin(codes, phrase))
}

function isWithin(codes: Uint32Array, phrase: Uint32Array): boolean {
  const first = phrase[0] ?? 0
  for (let at = codes.indexOf(first); at >= 0; at = codes.indexOf(first, at + 1)) {
    let length = 1
    while (length < phrase.length && codes[at + length] === phrase[length]) length += 1
    if (length === phrase.length) return true
  }
  return false
}
