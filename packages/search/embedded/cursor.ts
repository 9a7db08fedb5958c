import { PermanentError } from '@rafid/errors'

/** Packs a place in a list so that nobody is tempted to read it. */
export function encodeCursor(list: string, ...place: number[]): string {
  return Buffer.from(`${list}.${place.map((part) => part.toString(36)).join('.')}`).toString('base64url')
}

/**
 * The place that a cursor of this list means.
 *
 * @param count of how many numbers a place consists; null for one or more
 * @throws PermanentError `cursor.invalid` when it is not a cursor of this list
 */
export function decodeCursor(list: string, cursor: string, count: number | null): number[] {
  const [kind, ...parts] = Buffer.from(cursor.slice(0, cursorCharsMax), 'base64url').toString().split('.')
  const place = parts.map((part) => (/^[0-9a-z]{1,11}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN))
  const fits = count === null ? place.length > 0 : place.length === count
  if (kind !== list || !fits || !place.every((part) => Number.isSafeInteger(part))) {
    throw new PermanentError('cursor.invalid', 'This cursor does not belong to this list: start without one.')
  }
  return place
}

/** Longer than any that was given out. */
const cursorCharsMax = 8000
