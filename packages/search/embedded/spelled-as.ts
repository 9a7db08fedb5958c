import type { DatabaseSync } from 'node:sqlite'
import { analyse } from '@rafid/text'
import { rowsAt, textsAt } from './article-rows.ts'
import { matching, quoted } from './compile-query.ts'
import { editDistance } from './edit-distance.ts'
import { newestRows } from './matching-rows.ts'
import { formColumns, languageOf, type Shelf } from './shelves.ts'

/** So many articles are read for how a word is written in them. */
const readMax = 3
const distanceMax = 8

/**
 * How articles of a shelf write a word that the text table knows by its stem: of its forms the one most like what was
 * typed.
 *
 * @param term a stem or an exact form
 * @param typed normalised
 * @returns null when none of the newest articles with it says so
 */
export function spelledAs(database: DatabaseSync, shelf: Shelf, term: string, typed: string): string | null {
  const compiled = matching(`${formColumns} : ${quoted(term)}`)
  const rids = newestRows(database, { shelf: shelf.name, compiled }, { before: null, limit: readMax })
  let best: { readonly written: string; readonly distance: number } | null = null
  const texts = textsAt(database, rids)
  for (const { rid, article } of rowsAt(database, rids)) {
    const whole = [article.title, texts.get(rid) ?? '', ...article.keywords].join('\n')
    for (const { stem, exact, start, end } of analyse(whole, languageOf(shelf.name))) {
      if (stem !== term && exact !== term) continue
      const distance = editDistance(exact, typed, distanceMax)
      if (best === null || distance < best.distance) best = { written: whole.slice(start, end), distance }
    }
  }
  return best?.written.toLowerCase() ?? null
}
