import type { Query } from '@rafid/query'
import { partsOf } from '../refuse-too-complex.ts'

/** Words beside each other beyond these are ignored. */
export const wordsMax = 32

/** Every part of a query that says what is wanted, not what is not. */
export function wantedParts(query: Query): Query[] {
  if (query.kind === 'not') return []
  return [query, ...partsOf(query).flatMap((part) => wantedParts(part))]
}
