import { PermanentError } from '@rafid/errors'

/** Packs a place in a list so that nobody is tempted to read it. */
export function encodeCursor(list: string, ...place: number[]): string {
  return Buffer.from(`${list}.${place.join('.')}`).toString('base64url')
}

/**
 * The place that a cursor of this list means.
 *
 * @throws PermanentError `cursor.invalid` when it is not a cursor of this list
 */
export function decodeCursor(list: string, cursor: string): [number, number] {
  const [kind, first, second = '0', ...rest] = Buffer.from(cursor, 'base64url').toString().split('.')
  const place = [Number(first), Number(second)] as [number, number]
  if (kind !== list || rest.length > 0 || !place.every((part) => Number.isSafeInteger(part) && part >= 0)) {
    throw new PermanentError('cursor.invalid', 'This cursor does not belong to this list: start without one.')
  }
  return place
}
