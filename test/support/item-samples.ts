import { formatItemState, itemStages, stateAfter } from '@rafid/operations'
import type { Item, ItemReport, ItemState } from '@rafid/operations'
import { constant, constantFrom, integer, record, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** Items of two feeds at two hosts. */
export function sampleItem(number: number): Item {
  const id = `i${String(number).padStart(24, '0')}`
  return { id, url: `https://host${number % 2}.example/${number}`, feedId: `f${number % 2}` }
}

export const startedAtMs = Date.UTC(2026, 0, 10, 12)

/** A report of an item. */
export function sampleReport(number: number, to: ItemState | null, over: Partial<ItemReport> = {}): ItemReport {
  const about = { item: sampleItem(number), traceId: 't'.repeat(32), startedAtMs, articleIds: [], articleId: null }
  return { ...about, to, how: 'forward', event: null, ...over }
}

const reasons: Readonly<Record<ItemState['phase'], readonly string[]>> = {
  waiting: [],
  joined: [],
  dead: ['net.dns', 'bug'],
  dropped: ['net.dns'],
  done: ['added', 'replaced', 'stale'],
}

const states: Arbitrary<ItemState> = tuple(
  constantFrom(...itemStages),
  constantFrom('waiting', 'joined', 'dead', 'dropped', 'done'),
  constantFrom('original', 'duplicate', 'update'),
  integer({ min: 0, max: 2 }),
).map(([at, phase, kind, index]) => {
  const stage = phase === 'done' ? 'index-article' : at
  const relation = stage === 'index-article' ? kind : null
  return { stage, phase, relation, reason: reasons[phase][index % reasons[phase].length] ?? null } as const
})

/** Whatever may be told of a few items, in any order; redrives among it. */
export const anyReport: Arbitrary<ItemReport> = record({
  number: integer({ min: 0, max: 5 }),
  to: states,
  how: constantFrom('forward', 'forward', 'forward', 'swept', 'again'),
  event: constant(null),
}).map(({ number, to, how }) => {
  const back = how === 'again' ? { ...to, phase: 'waiting' as const, reason: null } : to
  return sampleReport(number, back, { how })
})

/** Where items are and how many are where, as plain as can be. */
export class ModelTrace {
  readonly states = new Map<string, ItemState>()
  readonly #redriven = new Set<string>()

  apply({ item, to, how }: ItemReport): void {
    const before = this.states.get(item.id) ?? null
    if (before === null && how === 'again') return
    const after = stateAfter(before, { to: this.#asFound(item, to), how })
    if (after === null || after === before) return
    this.states.set(item.id, after)
    if (how === 'again') this.#redriven.add(item.id)
  }

  /** What the index has already when a dead letter comes again was added before that died: these samples share no article. */
  #asFound({ id }: Item, to: ItemState | null): ItemState | null {
    return to?.reason === 'stale' && this.#redriven.has(id) ? { ...to, reason: 'found' } : to
  }

  counts(isCounted: (id: string) => boolean = () => true): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const [id, state] of this.states) {
      if (!isCounted(id)) continue
      const name = formatItemState(state)
      counts[name] = (counts[name] ?? 0) + 1
    }
    return counts
  }
}
