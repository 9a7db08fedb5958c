import { itemStages, parseItemState } from './item-state.ts'
import type { ItemState } from './item-state.ts'

/** The steps of the funnel; each counts those that came so far. */
export const funnelSteps = ['seen', 'new', 'fetched', 'parsed', 'original', 'indexed'] as const

export type FunnelStepName = (typeof funnelSteps)[number]

/** Where those are who came to a step and not to the next one. */
export type FunnelRest = {
  /** `known`, `held` and `pageless` are entries that were no items; the others are phases of items. */
  readonly why: 'known' | 'held' | 'pageless' | ItemState['phase']
  /** The stage at which they are; null for entries. */
  readonly stage: string | null
  /** `duplicate` or `update`: they are no originals. */
  readonly relation: string | null
  readonly reason: string | null
  readonly count: number
}

export type FunnelStep = {
  readonly name: FunnelStepName
  readonly count: number
  /** Sums up to the difference to the next step; the most first. */
  readonly rest: readonly FunnelRest[]
}

/** What became of the entries of a day. */
export type Funnel = {
  readonly steps: readonly FunnelStep[]
  /** Of the items: entries that were known and have been edited. */
  readonly edited: number
  /** All items by what they are; they sum up to the step `new`. */
  readonly items: {
    /** Articles that the index did not have. */
    readonly originals: number
    readonly copies: number
    readonly updates: number
    /** Newer versions of an article that the index had. */
    readonly replaced: number
    /** The index had this version or a newer one. */
    readonly unchanged: number
    readonly joined: number
    readonly dead: number
    readonly dropped: number
    readonly inFlight: number
  }
}

const seenWhys = ['known', 'held', 'pageless'] as const

/** What counts as a row of the index that was not there: `found` is what a worker that died had added. */
const addedOutcomes: ReadonlySet<string | null> = new Set(['added', 'found'])

/**
 * The funnel of a day, or of a feed or host on that day.
 *
 * @param counts by the names of `formatItemState`, and `seen known`, `seen held`, `seen pageless`, `seen edited`
 */
export function funnelOf(counts: Readonly<Record<string, number>>): Funnel {
  const entries = seenWhys.map((why) => ({ why, count: counts[`seen ${why}`] ?? 0 }))
  const byName = Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const states = byName.flatMap(([name, count]) => {
    const state = parseItemState(name)
    return state === null ? [] : [{ state, count }]
  })
  const items = sum(states.map(({ count }) => count))
  const seen = { name: 'seen', count: items + sum(entries.map(({ count }) => count)) } as const
  const rests = states.map(({ state, count }) => ({ reached: reachedBy(state), rest: restOf(state, count) }))
  const steps = funnelSteps.slice(1).map((name, at): FunnelStep => {
    const here = rests.filter(({ reached }) => reached >= at)
    const left = name === 'indexed' ? [] : here.filter(({ reached }) => reached === at).map(({ rest }) => rest)
    return { name, count: sum(here.map(({ rest }) => rest.count)), rest: tidy(left) }
  })
  const none = { stage: null, relation: null, reason: null }
  const rest = tidy(entries.map((entry) => ({ ...none, ...entry })))
  return { steps: [{ ...seen, rest }, ...steps], edited: counts['seen edited'] ?? 0, items: kindsOf(states) }
}

/** Where the numbers do not add up, in words; empty when they do. */
export function funnelFaults({ steps, items }: Funnel): string[] {
  const faults = steps.flatMap(({ name, count, rest }, at) => {
    const negative = rest.some((one) => one.count < 0) || count < 0 ? [`${name} holds a negative number`] : []
    const next = steps[at + 1]
    const gone = sum(rest.map((one) => one.count))
    if (next === undefined || count === next.count + gone) return negative
    return [...negative, `${count} ${name} are not ${next.count} ${next.name} and ${gone} elsewhere`]
  })
  const all = sum(Object.values(items))
  const fresh = steps.find(({ name }) => name === 'new')?.count ?? 0
  return all === fresh ? faults : [...faults, `${fresh} items are not the ${all} of all kinds`]
}

/** How far along `funnelSteps` an item came, from 0 for `new` to 4 for `indexed`. */
function reachedBy({ phase, stage, relation, reason }: ItemState): number {
  const stages = itemStages.indexOf(stage)
  if (stage !== 'index-article') return stages
  // Only originals go on from here; what is a copy was parsed and no more.
  if (relation !== 'original') return stages - 1
  return added({ phase, stage, relation, reason }) || (phase === 'done' && reason === 'replaced') ? stages + 1 : stages
}

function restOf({ phase, stage, relation, reason }: ItemState, count: number): FunnelRest {
  return { why: phase, stage, relation: relation === 'original' ? null : relation, reason, count }
}

function tidy(rests: readonly FunnelRest[]): FunnelRest[] {
  return rests
    .filter(({ count }) => count !== 0)
    .toSorted((one, other) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1))
}

/** Of equal counts the order is that of their names, for stores give counters in any order. */
function nameOf({ why, stage, relation, reason }: FunnelRest): string {
  return [why, stage, relation, reason].join(' ')
}

type Counted = { readonly state: ItemState; readonly count: number }

function added({ phase, reason }: ItemState): boolean {
  return phase === 'done' && addedOutcomes.has(reason)
}

function kindsOf(states: readonly Counted[]): Funnel['items'] {
  const those = (is: (state: ItemState) => boolean): number =>
    sum(states.filter(({ state }) => is(state)).map(({ count }) => count))
  return {
    originals: those((state) => added(state) && state.relation !== 'duplicate' && state.relation !== 'update'),
    copies: those((state) => added(state) && state.relation === 'duplicate'),
    updates: those((state) => added(state) && state.relation === 'update'),
    replaced: those(({ phase, reason }) => phase === 'done' && reason === 'replaced'),
    unchanged: those((state) => state.phase === 'done' && !added(state) && state.reason !== 'replaced'),
    joined: those(({ phase }) => phase === 'joined'),
    dead: those(({ phase }) => phase === 'dead'),
    dropped: those(({ phase }) => phase === 'dropped'),
    inFlight: those(({ phase }) => phase === 'waiting'),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
