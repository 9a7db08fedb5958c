import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** A row's number is its article's place in time, in steps of this many milliseconds: newest first is the order of rows. */
export const stepMs = 8

/** Nothing was published before; numbers of rows begin here. */
const beginningMs = Date.UTC(1900, 0, 1)

/** The least number of a row that an article of this instant can have. */
export function placeOf(sortAtMs: number): number {
  return Math.max(0, Math.floor((sortAtMs - beginningMs) / stepMs))
}

/**
 * Finds free numbers of rows. Of articles of one instant the later ones stand a few steps later in time; how many at most is
 * written down, so that who asks for a span of time knows how far to look.
 */
export class PlacesInTime {
  readonly #taken: StatementSync
  readonly #free: StatementSync
  readonly #shift: StatementSync
  /** Where the last search for a free place at an instant ended: thousands of articles bear the same date. */
  readonly #lastFree = new Map<number, number>()

  constructor(database: DatabaseSync) {
    this.#taken = database.prepare('SELECT 1 FROM articles WHERE rid = ?')
    this.#free = database.prepare(
      `SELECT a.rid + 1 AS rid FROM articles a WHERE a.rid >= ?
         AND NOT EXISTS (SELECT 1 FROM articles b WHERE b.rid = a.rid + 1) ORDER BY a.rid LIMIT 1`,
    )
    this.#shift = database.prepare(`UPDATE facts SET value = max(value, ?) WHERE name = 'shifted'`)
  }

  /** Within a transaction: the number for an article of this instant that no other has. */
  free(sortAtMs: number): number {
    const place = placeOf(sortAtMs)
    const from = this.#lastFree.get(place) ?? place
    if (this.#taken.get(from) === undefined) return from
    const rid = Number(this.#free.get(from)?.['rid'])
    if (this.#lastFree.size >= rememberedMax) this.#lastFree.clear()
    this.#lastFree.set(place, rid)
    this.#shift.run(rid - place)
    return rid
  }
}

const rememberedMax = 1000

/** How many steps later than its instant an article of this index stands at most. */
export function stepsShifted(database: DatabaseSync): number {
  return Number(database.prepare(`SELECT value FROM facts WHERE name = 'shifted'`).get()?.['value'] ?? 0)
}
