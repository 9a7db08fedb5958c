import { afterPoll, newPollingState } from '@rafid/polling'

/** What a policy is told after a poll; times in milliseconds since the beginning. */
export type PolledFeed = {
  readonly nowMs: number
  /** The times of the entries that were new. */
  readonly fresh: readonly number[]
  /** How many entries the feed shows. */
  readonly shown: number
  /** The times of all entries that were found so far, oldest first. */
  readonly found: readonly number[]
  readonly random: number
}

/** Chooses how long to wait until the next poll of one feed, in milliseconds. */
export type PollPolicy = (polled: PolledFeed) => number

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const weekMs = 7 * 24 * hourMs
const minMs = 5 * minuteMs
const maxMs = 6 * hourMs
const noHints = { ttlMinutes: null, skipHours: [], skipDays: [], updateEveryMs: null, updateBase: null }

/** A Monday: the invented feeds begin with one. */
const startMs = Date.UTC(2026, 0, 5)

/** The rules that are compared, each made anew for every feed. */
export const pollPolicies: Readonly<Record<string, () => PollPolicy>> = {
  rafid,
  'miniflux-entry-frequency': () => entryFrequency,
  'miniflux-round-robin': () => () => hourMs,
  aimd,
  'fixed-15-min': () => () => 15 * minuteMs,
}

function rafid(): PollPolicy {
  let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  return ({ nowMs, fresh, shown, random }) => {
    const document = { hints: noHints, shown, fresh: fresh.map((ms) => new Date(startMs + ms)) }
    const poll = { at: new Date(startMs + nowMs), result: { kind: 'read', document } } as const
    state = afterPoll(state, poll, { random, limits: { minMs, maxMs } }).state
    return state.next.atMs - startMs - nowMs
  }
}

/**
 * Miniflux's `entry_frequency` with factor 1, as its documentation and its releases of 2026 describe it: one week by
 * the entries a week, from 5 minutes to 24 hours; entries a week from the mean gap of those of the last week.
 */
function entryFrequency({ nowMs, found }: PolledFeed): number {
  const last = found.at(-1)
  const from = found.findLastIndex((ms) => ms <= nowMs - weekMs) + 1
  const [first, count] = [found[from], found.length - from]
  if (count < 2 || first === undefined || last === undefined) return 24 * hourMs
  const weekly = Math.ceil(weekMs / ((last - first) / (count - 1)))
  return Math.min(Math.max(weekMs / weekly, minMs), 24 * hourMs)
}

/** Half the interval after news, half as much again after none. */
function aimd(): PollPolicy {
  let intervalMs = 2 * minMs
  return ({ fresh }) => {
    intervalMs = Math.min(Math.max(intervalMs * (fresh.length > 0 ? 0.5 : 1.5), minMs), maxMs)
    return intervalMs
  }
}
