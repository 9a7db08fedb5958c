import { createHash } from 'node:crypto'
import type { JobDefinition } from '@rafid/contracts'

/**
 * The identity of a piece of work within its queue. A hash with a letter before it, because BullMQ refuses ids that
 * hold a colon or are integers.
 */
export function jobIdOf(definition: JobDefinition, payload: unknown): string {
  return `j${createHash('sha256').update(definition.key(payload)).digest('hex').slice(0, 32)}`
}
