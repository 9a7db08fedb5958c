import { formatItemState, itemRank } from './item-state.ts'
import type { ItemState } from './item-state.ts'

/** One new or edited entry that a feed's reading has handed on. */
export type Item = {
  /** `i` and 24 hexadecimal digits. */
  readonly id: string
  /** The entry's address. */
  readonly url: string
  readonly feedId: string | null
}

/** One thing that happened to an item. */
export type ItemEvent = {
  readonly stage: string
  /** When it began, in milliseconds since 1970, by the clock of the worker. */
  readonly atMs: number
  /** How long the job had waited in its queue; null when it was not taken for the first time. */
  readonly waitedMs: number | null
  readonly tookMs: number
  /** The outcome of the stage, or `retry`, `deferred`, `dead`, `redriven`, `dropped`. */
  readonly outcome: string
  readonly code: string | null
  readonly attempt: number
  /** Host and process id; null when no worker was at it. */
  readonly worker: string | null
  /** How often in a row it happened; a job that is put off is written down once. */
  readonly times: number
}

/** What is to be written down of an item. */
export type ItemReport = {
  readonly item: Item
  readonly traceId: string
  /** When the poll began that found it, in milliseconds since 1970: the item is counted on that day. */
  readonly startedAtMs: number
  /** Where it is now; null when that has not changed. */
  readonly to: ItemState | null
  /**
   * `forward`: only to where it has not been yet. `again`: a dead letter goes back to its queue. `repeated`: forward, by a
   * job that somebody has had in hand before. `swept`: forward, and nothing at all where that moves nothing.
   */
  readonly how: 'forward' | 'again' | 'repeated' | 'swept'
  readonly event: ItemEvent | null
  /** The ids of articles under which it is found. */
  readonly articleIds: readonly string[]
  /** The article that it has become; null while there is none. */
  readonly articleId: string | null
}

/** What a feed shows: how often which entries were seen that are no items. */
export type SeenReport = {
  /** The same for each delivery of one document, so that a redelivery counts nothing. */
  readonly key: string
  readonly feedId: string | null
  readonly startedAtMs: number
  /** By host, and by why: `known`, `held`, `pageless`; `edited` counts the items that are not new. */
  readonly byHost: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/**
 * Where an item is after a report.
 *
 * @param before null for an item that nobody has reported yet
 * @returns `before` itself when the report moves nothing
 */
export function stateAfter(before: ItemState | null, { to, how }: Pick<ItemReport, 'to' | 'how'>): ItemState | null {
  if (to === null || (before !== null && formatItemState(before) === formatItemState(to))) return before
  if (how === 'again') {
    const isDead = before?.stage === to.stage && (before.phase === 'dead' || before.phase === 'dropped')
    return isDead ? to : before
  }
  return before === null || itemRank(to) > itemRank(before) ? to : before
}

/** The UTC day of an instant, as YYYY-MM-DD. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
