import { createHash } from 'node:crypto'

/** Of so many bytes, small enough for a cursor to carry hundreds; two of a thousand meet once in a hundred million times. */
export const shortKeyBytes = 6

/** A short number in the place of an id. */
export function shortKey(id: string): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, shortKeyBytes)
}
