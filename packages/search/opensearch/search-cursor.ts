import { createHash } from 'node:crypto'
import { PermanentError } from '@rafid/errors'
import type { SearchRequest } from '../article-index.ts'
import type { Wanted } from './clauses.ts'
import { shortKeyBytes } from './short-key.ts'

/** What has been shown of more than these is forgotten, the longest ago first; a cursor is part of an address. */
export const shownMax = 800

/** Where a search goes on. */
export type SearchPlace = {
  /** What ages are counted from, in milliseconds since 1970. */
  readonly now: number
  /** How many of the words articles must hold, as it was decided for the first page. */
  readonly wanted: Wanted
  readonly total: number
  readonly totalIsExact: boolean
  /** The last article that was shown, in the order by time. */
  readonly last: { readonly sortAt: number; readonly id: string } | null
  /** Short keys of all that was shown. */
  readonly shown: readonly number[]
}

const shape = /^s\.([0-9a-z]+)\.([0-9a-z]+)\.([aen])([xm])([0-9a-z]+)\.(?:(-?[0-9a-z]+)-([^.]*))?\.([\w-]*)$/

const signs = { all: 'a', enough: 'e', any: 'n' } as const

/** Packs a place so that it can stand in an address. */
export function encodePlace(request: SearchRequest, place: SearchPlace): string {
  const shown = Buffer.alloc(place.shown.length * shortKeyBytes)
  for (const [at, key] of place.shown.entries()) shown.writeUIntBE(key, at * shortKeyBytes, shortKeyBytes)
  const last = place.last === null ? '' : `${place.last.sortAt.toString(36)}-${encodeURIComponent(place.last.id)}`
  const total = `${signs[place.wanted]}${place.totalIsExact ? 'x' : 'm'}${place.total.toString(36)}`
  return ['s', listOf(request), place.now.toString(36), total, last, shown.toString('base64url')].join('.')
}

/**
 * The place that the cursor of a request means.
 *
 * @throws PermanentError `cursor.invalid` when it is none of this search
 */
export function decodePlace(request: SearchRequest, cursor: string): SearchPlace {
  const [, list, now = '', sign, exactness, total = '', sortAt, id = '', keys = ''] = shape.exec(cursor) ?? []
  const shown = Buffer.from(keys, 'base64url')
  if (list !== listOf(request) || shown.length % shortKeyBytes !== 0 || shown.length > shownMax * shortKeyBytes) {
    throw wrongCursor()
  }
  const place: SearchPlace = {
    now: Number.parseInt(now, 36),
    wanted: wantedOf(sign),
    total: Number.parseInt(total, 36),
    totalIsExact: exactness === 'x',
    last: sortAt === undefined ? null : { sortAt: Number.parseInt(sortAt, 36), id: decoded(id) },
    shown: Array.from({ length: shown.length / shortKeyBytes }, (_, at) =>
      shown.readUIntBE(at * shortKeyBytes, shortKeyBytes),
    ),
  }
  const numbers = [place.now, place.total, place.last?.sortAt ?? 0]
  if (!numbers.every((number) => Number.isSafeInteger(number) && Math.abs(number) <= 8.64e15)) throw wrongCursor()
  return place
}

/** @returns the error of a cursor that belongs elsewhere */
export function wrongCursor(): PermanentError {
  return new PermanentError('cursor.invalid', 'This cursor does not belong to this list: start without one.')
}

function wantedOf(sign: string | undefined): Wanted {
  if (sign === signs.all) return 'all'
  return sign === signs.enough ? 'enough' : 'any'
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    throw wrongCursor()
  }
}

/** What tells one search from another: all of it but the page. */
function listOf({ query, order, collapse }: SearchRequest): string {
  const text = JSON.stringify([query, order, collapse])
  return createHash('sha256').update(text).digest().readUIntBE(0, 5).toString(36)
}
