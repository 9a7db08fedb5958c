import { tokenise } from '@rafid/text'
import type { SnippetPart } from './article-index.ts'

const windowWords = 32

/** Hits beyond this part of a text are not looked for, in UTF-16 units. */
const searchedMax = 20_000

/**
 * The part of a text that holds the most of the wanted words, on the original text: marks and tatweel within a word do
 * not shift what is highlighted.
 *
 * @param terms normalised words
 */
export function snippet(text: string, terms: readonly string[]): SnippetPart[] {
  const wanted = new Set(terms)
  const tokens = tokenise(text.slice(0, searchedMax))
  const hits = tokens.map((token) => wanted.has(token.term))
  const from = bestWindow(hits)
  const shown = tokens.slice(from, from + windowWords)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return []
  const parts: SnippetPart[] = []
  let at = from === 0 ? 0 : first.start
  if (from > 0) parts.push({ text: '… ', hit: false })
  for (const [index, token] of shown.entries()) {
    if (hits[from + index] !== true) continue
    if (token.start > at) parts.push({ text: text.slice(at, token.start), hit: false })
    parts.push({ text: text.slice(token.start, token.end), hit: true })
    at = token.end
  }
  if (last.end > at) parts.push({ text: text.slice(at, last.end), hit: false })
  if (from + windowWords < tokens.length) parts.push({ text: ' …', hit: false })
  return parts
}

/** Where the window with the most hits begins; a little before its first hit, so that the hit has a context. */
function bestWindow(hits: readonly boolean[]): number {
  let inWindow = 0
  let best = { start: 0, count: 0 }
  for (let index = 0; index < hits.length; index += 1) {
    if (hits[index]) inWindow += 1
    if (index >= windowWords && hits[index - windowWords]) inWindow -= 1
    if (inWindow > best.count) best = { start: Math.max(0, index - windowWords + 1), count: inWindow }
  }
  if (best.count === 0) return 0
  const firstHit = hits.indexOf(true, best.start)
  return Math.max(0, Math.min(firstHit - 5, Math.max(best.start, firstHit - 5)))
}
