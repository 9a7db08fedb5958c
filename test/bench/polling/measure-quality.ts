import { inventedFeeds } from './invented-feeds.ts'
import { pollPolicies } from './poll-policies.ts'
import { simulatePolls } from './simulate-polls.ts'
import type { PollQuality } from './simulate-polls.ts'

/** Polls the same invented feeds by every policy. */
export function measureQuality({ days, seed }: { days: number; seed: number }): Record<string, PollQuality> {
  const feeds = inventedFeeds(seed, days)
  return Object.fromEntries(
    Object.entries(pollPolicies).map(([name, make]) => [name, simulatePolls(feeds, make, days)]),
  )
}
