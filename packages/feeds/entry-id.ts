import { createHash } from 'node:crypto'

import { feedLimits } from './feed-limits.ts'

/**
 * The identifier of an entry as an opaque string.
 *
 * @param written what the publisher calls it, or its URL; '' for neither
 * @param facts what it is told by then
 */
export function entryId(written: string, facts: readonly (string | null)[]): string {
  if (written !== '' && written.length <= feedLimits.idCharsMax) return written.toWellFormed()
  const hash = createHash('sha256').update(written === '' ? facts.join('\n') : written)
  return `sha256:${hash.digest('hex')}`
}
