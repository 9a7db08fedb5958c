import { parseItemState } from '@rafid/operations'
import type { Item, ItemEvent, ItemState } from '@rafid/operations'
import { z } from 'zod'

/** An item and its way. */
export type TracedItem = Item & {
  readonly traceId: string
  /** When the poll began that found it. */
  readonly startedAt: Date
  readonly state: ItemState | null
  /** The article that it has become; null while there is none. */
  readonly articleId: string | null
  /** How often its dead letter was queued again. */
  readonly rounds: number
  readonly deaths: number
  /** In the order in which they began. */
  readonly events: readonly ItemEvent[]
  /** How many events are not kept. */
  readonly eventsLost: number
}

const event = z
  .tuple([z.string(), z.number(), z.number(), z.number(), z.string(), z.string(), z.number(), z.string(), z.number()])
  .transform(([stage, atMs, waitedMs, tookMs, outcome, code, attempt, worker, times]): ItemEvent => {
    const at = { stage, atMs, waitedMs: waitedMs < 0 ? null : waitedMs, tookMs, outcome, attempt, times }
    return { ...at, code: code === '' ? null : code, worker: worker === '' ? null : worker }
  })

const stored = z.object({
  u: z.string(),
  f: z.string(),
  t: z.string(),
  b: z.number(),
  s: z.string().optional(),
  a: z.string().optional(),
  r: z.number(),
  d: z.number(),
  // An empty table of Lua is an object to JSON.
  e: z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(event)),
  x: z.number(),
})

/** An item as the script packs it, as JSON. */
export function parseStoredItem(id: string, json: string): TracedItem {
  const { u: url, f, t: traceId, b, s, a, ...counted } = stored.parse(JSON.parse(json))
  const { r: rounds, d: deaths, e, x: eventsLost } = counted
  const events = e.toSorted((one, other) => one.atMs - other.atMs)
  const state = s === undefined ? null : parseItemState(s)
  const feedId = f === '' ? null : f
  const item = { id, url, feedId, traceId, startedAt: new Date(b), articleId: a ?? null }
  return { ...item, state, rounds, deaths, events, eventsLost }
}

/** An event as it is packed. */
export function packEvent(one: ItemEvent): (string | number)[] {
  const { stage, atMs, waitedMs, tookMs, outcome, code, attempt, worker, times } = one
  return [stage, atMs, waitedMs ?? -1, tookMs, outcome, code ?? '', attempt, worker ?? '', times]
}
