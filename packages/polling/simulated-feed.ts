import { afterPoll } from './after-poll.ts'
import type { Poll, PollHints, PollVerdict } from './after-poll.ts'
import type { PollLimits } from './choose-next.ts'
import { newPollingState } from './polling-state.ts'
import type { PollingState } from './polling-state.ts'

/** A poll of a simulated feed: when it was, what it said, and what followed. */
export type SimulatedPoll = {
  readonly atMs: number
  readonly poll: Poll
  readonly state: PollingState
  readonly verdict: PollVerdict
}

/** A world for tests: it answers every poll. */
export type Answer = (asked: { readonly atMs: number; readonly sinceMs: number }) => Omit<Poll, 'at'>

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** When simulations begin: a Monday. */
export const startMs = Date.UTC(2026, 0, 5)
export const limits: PollLimits = { minMs: 5 * minute, maxMs: 6 * hour }

export const noHints: PollHints = {
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  updateEveryMs: null,
  updateBase: null,
}

/** Polls one feed in simulated time until `toMs`, each poll at the instant that the one before has chosen. */
export function simulateFeed({
  fromMs,
  toMs,
  answer,
  ...given
}: {
  fromMs: number
  toMs: number
  answer: Answer
  random?: () => number
  state?: PollingState
}): SimulatedPoll[] {
  const random = given.random ?? (() => 0.5)
  const polls: SimulatedPoll[] = []
  let state = given.state ?? newPollingState({ intervalMs: null, errorsInARow: 0 })
  let sinceMs = fromMs
  for (let atMs = fromMs; atMs < toMs; atMs = state.next.atMs) {
    const poll = { at: new Date(atMs), ...answer({ atMs, sinceMs }) }
    const after = afterPoll(state, poll, { random: random(), limits })
    state = after.state
    polls.push({ atMs, poll, ...after })
    sinceMs = atMs
    if (after.verdict.gone) break
  }
  return polls
}

/** An answer with so many new entries a while, at even distances: those since the poll before. */
export function everyMs(periodMs: number, hints: Partial<PollHints> = {}): Answer {
  return ({ atMs, sinceMs }) => {
    const fresh: Date[] = []
    for (let ms = Math.floor(sinceMs / periodMs + 1) * periodMs; ms <= atMs; ms += periodMs) fresh.push(new Date(ms))
    return { result: { kind: 'read', document: { hints: { ...noHints, ...hints }, shown: 40, fresh } } }
  }
}

/** Polls one feed for so many days; every run is the same. */
export function simulate(answer: Answer, days = 30): SimulatedPoll[] {
  return simulateFeed({ fromMs: startMs, toMs: startMs + days * day, random: seeded(1), answer })
}

/** An answer with more to it. */
export function also(answer: Answer, more: Omit<Poll, 'at' | 'result'>): Answer {
  return (asked) => ({ ...answer(asked), ...more })
}

/** Random numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
