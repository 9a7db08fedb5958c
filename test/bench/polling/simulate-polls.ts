import { median, percentile } from '../statistics.ts'
import { randomFrom } from './invented-feeds.ts'
import type { InventedFeed } from './invented-feeds.ts'
import type { PollPolicy } from './poll-policies.ts'

/** How well a policy polls. */
export type PollQuality = {
  /** Of one feed. */
  readonly pollsPerDay: number
  /** Share of polls that found something, 0 to 1. */
  readonly hitShare: number
  /** From the moment an entry appeared to the poll that found it, over all entries, in minutes. */
  readonly delayMinutes: { readonly median: number; readonly p90: number; readonly mean: number }
  /** Entries that had left the feed before a poll came. */
  readonly missed: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Feeds are added over so long a time. */
const addedWithinMs = 15 * minuteMs
/** A queue is not a clock: polls start so much late at most. */
const lateMaxMs = 20_000

/**
 * Polls feeds by a policy in simulated time.
 *
 * @param make the policy of one feed
 */
export function simulatePolls(feeds: readonly InventedFeed[], make: () => PollPolicy, days: number): PollQuality {
  const tally = { polls: 0, hits: 0, missed: 0, delays: [] as number[] }
  for (const [index, feed] of feeds.entries()) pollOne(feed, make(), { index, endMs: days * dayMs, tally })
  const { polls, hits, missed, delays } = tally
  const mean = delays.reduce((sum, delay) => sum + delay, 0) / Math.max(1, delays.length)
  return {
    pollsPerDay: polls / feeds.length / days,
    hitShare: hits / Math.max(1, polls),
    delayMinutes: { median: median(delays), p90: percentile(delays, 0.9), mean },
    missed,
  }
}

function pollOne(
  { entryMs, shown }: InventedFeed,
  policy: PollPolicy,
  run: { index: number; endMs: number; tally: { polls: number; hits: number; missed: number; delays: number[] } },
): void {
  const { index, endMs, tally } = run
  const random = randomFrom(index + 1)
  const found: number[] = []
  let known = 0
  for (let nowMs = random() * addedWithinMs; nowMs < endMs; nowMs += random() * lateMaxMs) {
    let until = known
    while (until < entryMs.length && (entryMs[until] ?? 0) <= nowMs) until += 1
    const oldest = Math.max(0, until - shown)
    const fresh = entryMs.slice(Math.max(known, oldest), until)
    tally.polls += 1
    tally.hits += fresh.length > 0 ? 1 : 0
    tally.missed += Math.max(0, oldest - known)
    for (const ms of fresh) tally.delays.push((nowMs - ms) / minuteMs)
    found.push(...fresh)
    known = until
    nowMs += policy({ nowMs, fresh, shown: until - oldest, found, random: random() })
  }
}
