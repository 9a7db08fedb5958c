import { dueByRhythm } from './due-by-rhythm.ts'
import { backoffMs } from './error-weight.ts'
import type { PollRule } from './poll-rule.ts'
import type { PollingState } from './polling-state.ts'
import { firstFree } from './skip-times.ts'
import { updatePeriodMs } from './update-period.ts'

/** The operator's limits of every feed. */
export type PollLimits = {
  /** The floor: a feed is never polled more often. */
  readonly minMs: number
  /** The ceiling: a feed that works, and whose publisher does not ask for it, is never polled less often. */
  readonly maxMs: number
}

/** What is known when the next poll is chosen, beside the state. Times in milliseconds. */
export type Circumstances = {
  readonly nowMs: number
  readonly limits: PollLimits
  /** From 0 to 1, 1 excluded. */
  readonly random: number
  readonly failing: boolean
  /** Our own network is to blame for the failure. */
  readonly outage: boolean
  readonly retryAfterMs: number | null
  readonly freshMs: number | null
  /** Everything shown was new. */
  readonly overflow: boolean
  /** How long the wait before this poll was. */
  readonly lastWaitMs: number
  readonly pushLives: boolean
  readonly ownIntervalMs: number | null
}

/** What a publisher asks for counts up to here. */
const wishMaxMs = 24 * 3_600_000
/** After an outage of our own, polls are repeated within this time, spread over all of it. */
const outageSpreadMs = 10 * 60_000
/** Feeds that must wait for the same instant come one after the other over so long a time. */
const skipSpreadMs = 10 * 60_000
/** The part of a wait by which feeds drift apart. */
const jitter = 0.1
const wishJitter = 0.05

/**
 * When to poll a feed next: the one rule of polling.
 *
 *     base  = own interval of the operator, if any
 *           | outage:  floor + random · 10 min, or the ceiling where that is shorter
 *           | failing: 2 · floor · 2^weight, at most 24 h          (weights by kind: `error-weight.ts`)
 *           | pushed:  ceiling
 *           | rhythm:  the wait of `due-by-rhythm.ts`; half the last wait after an overflow
 *     base  = base · (0.95 … 1.05), within floor and ceiling (the ceiling of failing feeds is 24 h)
 *     wait  = max(base, ttl, max-age or Expires, update period)    each wish at most 24 h; not for own interval, failures
 *     wait  = max(wait, Retry-After)                               at most 24 h; always
 *     at    = first instant from now + wait on that skipHours and skipDays leave free; not for own interval
 *
 * @returns when, which rule decided, and what each of them would have waited, in milliseconds
 */
export function chooseNext(state: PollingState, given: Circumstances): PollingState['next'] {
  const { nowMs, random } = given
  const base = baseOf(state, given)
  const wishes: Record<string, number> = { [base.rule]: Math.round(base.waitMs) }
  let { rule, waitMs } = bounded(base, given)
  for (const wish of wishesOf(state, given)) {
    wishes[wish.rule] = Math.round(wish.waitMs)
    const askedMs = Math.min(wish.waitMs, wishMaxMs) * (1 + random * wishJitter)
    if (wish.waitMs > 0 && askedMs > waitMs) ({ rule, waitMs } = { rule: wish.rule, waitMs: askedMs })
  }
  const atMs = Math.ceil(nowMs + waitMs)
  if (given.ownIntervalMs !== null) return { atMs, rule, wishes }
  const freeMs = firstFree(atMs, state.hints)
  if (freeMs === atMs) return { atMs, rule, wishes }
  const spreadMs = Math.round(random * skipSpreadMs)
  return { atMs: freeMs + spreadMs, rule: 'skip', wishes: { ...wishes, skip: freeMs - nowMs } }
}

type Wait = { readonly rule: PollRule; readonly waitMs: number }

function baseOf(state: PollingState, given: Circumstances): Wait {
  const { limits, nowMs, random } = given
  if (given.outage) return { rule: 'outage', waitMs: limits.minMs + random * Math.min(outageSpreadMs, limits.maxMs) }
  if (given.failing) return { rule: 'errors', waitMs: backoffMs(state.errors.weight, limits) }
  if (given.ownIntervalMs !== null) return { rule: 'operator', waitMs: given.ownIntervalMs }
  if (given.pushLives) return { rule: 'push', waitMs: limits.maxMs }
  const waitMs = dueByRhythm(state.rhythm, nowMs, limits)
  const half = given.lastWaitMs / 2
  return given.overflow && half > 0 && half < waitMs ? { rule: 'overflow', waitMs: half } : { rule: 'rhythm', waitMs }
}

function bounded({ rule, waitMs }: Wait, { limits, random, failing, outage }: Circumstances): Wait {
  const jittered = waitMs * (1 - jitter / 2 + random * jitter)
  const { minMs } = limits
  if (outage) return { rule, waitMs: Math.max(waitMs, minMs) }
  // Feeds at a bound drift apart as well: upwards from the floor, downwards from the ceiling.
  if (jittered < minMs)
    return { rule: rule === 'operator' ? rule : 'floor', waitMs: minMs * (1 + (random * jitter) / 2) }
  if (failing || jittered <= limits.maxMs * (1 - jitter / 2)) return { rule, waitMs: jittered }
  const most = rule === 'operator' ? waitMs : limits.maxMs
  return { rule: rule === 'rhythm' ? 'ceiling' : rule, waitMs: Math.max(minMs, most * (1 - (random * jitter) / 2)) }
}

function wishesOf(state: PollingState, given: Circumstances): Wait[] {
  const { ttlMs } = state.hints
  const { failing, ownIntervalMs, freshMs, nowMs, retryAfterMs } = given
  const isFree = failing || ownIntervalMs !== null
  const period = isFree ? null : updatePeriodMs(state, nowMs)
  const wishes: [PollRule, number | null][] = [
    ['ttl', isFree ? null : ttlMs],
    ['fresh', isFree ? null : freshMs],
    ['update-period', period],
    ['retry-after', retryAfterMs],
  ]
  return wishes.flatMap(([rule, waitMs]) => (waitMs === null ? [] : [{ rule, waitMs }]))
}
