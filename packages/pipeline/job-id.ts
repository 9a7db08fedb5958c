import { createHash } from 'node:crypto'
import type { JobDefinition } from '@rafid/contracts'

/**
 * The identity of a piece of work within its queue. A hash with a letter before it, because BullMQ refuses ids that
 * hold a colon or are integers.
 *
 * @param itemId tells the work on one item from the same work on another
 */
export function jobIdOf(definition: JobDefinition, payload: unknown, itemId = ''): string {
  const hash = createHash('sha256').update(itemId).update(definition.key(payload))
  return `j${hash.digest('hex').slice(0, 32)}`
}
