import type { Query } from '@rafid/query'
import { formsIn, stemPart } from '@rafid/text'
import type { SearchHit } from '../article-index.ts'
import { snippet, type Asked } from '../snippet.ts'
import type { SearchContext } from './answer.ts'
import { bodyCodesAt, rowsAt, textsAt } from './article-rows.ts'
import { askedOf } from './query-plan.ts'
import { codesMax } from './term-codes.ts'

/** Articles as a search shows them, each with the part of its text that answers. */
export function hitsAt({ database }: SearchContext, query: Query, rids: readonly number[]): SearchHit[] {
  const asked = askedOf(query)
  const codes = bodyCodesAt(database, rids)
  const texts = textsAt(database, rids)
  return rowsAt(database, rids).map(({ rid, article }) => {
    const ofArticle = { ...asked, lang: article.lang }
    return { ...article, snippet: snippet(texts.get(rid) ?? '', ofArticle, knownOf(codes.get(rid), ofArticle)) }
  })
}

/** Where words of a text stand that may be asked for, by the list of its words; null where that is not known. */
function knownOf(codes: Uint32Array | undefined, { words, lang }: Asked): number[] | null {
  if (codes === undefined || codes.length >= codesMax) return null
  const wanted = new Set(words.flatMap((word) => formsIn(word, lang).map(({ code }) => stemPart(code))))
  const maybe: number[] = []
  for (let at = 0; at < codes.length; at += 1) if (wanted.has(stemPart(codes[at] ?? 0))) maybe.push(at)
  return maybe
}
