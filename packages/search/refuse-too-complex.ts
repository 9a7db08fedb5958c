import { PermanentError } from '@rafid/errors'
import type { Query } from '@rafid/query'

/** So many words, phrases and conditions a query may have; an engine fails at what asks for thousands. */
const leavesMax = 256
const depthMax = 32
/**
 * @throws PermanentError `query.too_complex` when no engine would answer it
 */
export function refuseTooComplex(query: Query): void {
  const left = { leaves: leavesMax }
  measure(query, left, depthMax)
}

function measure(query: Query, left: { leaves: number }, depth: number): void {
  left.leaves -= 1
  if (left.leaves < 0 || depth < 0) {
    throw new PermanentError('query.too_complex', `A query has at most ${leavesMax} parts, ${depthMax} deep.`)
  }
  for (const part of partsOf(query)) measure(part, left, depth - 1)
}

/** The parts that a query is made of. */
export function partsOf(query: Query): readonly Query[] {
  if (query.kind === 'and' || query.kind === 'or') return query.parts
  return query.kind === 'not' ? [query.part] : []
}
