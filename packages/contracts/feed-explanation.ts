import { z } from 'zod'
import { feed } from './feed.ts'

/** One poll of a feed, as its log keeps it. */
export const loggedPoll = z.object({
  at: z.iso.datetime(),
  outcome: z.string(),
  entriesNew: z.number().int().min(0),
  errorCode: z.string().nullable(),
  /** How long the next poll was to wait, and what decided it. */
  waitMs: z.number().min(0),
  rule: z.string(),
})

/** When a feed is polled next, why, and how its last polls went. */
export const feedExplanation = z.object({
  feed,
  /** Null for a feed that is not polled: paused, gone, or new. */
  next: z
    .object({
      at: z.iso.datetime(),
      rule: z.string(),
      /** What each rule would have waited after the last poll, in milliseconds. */
      wishes: z.record(z.string(), z.number()),
    })
    .nullable(),
  rhythm: z
    .object({
      entriesPerDay: z.number(),
      /** Of the entries seen lately, older ones counting less; 24 hours of the day and 7 days of the week, UTC, Sunday first. */
      byHour: z.array(z.number()),
      byDay: z.array(z.number()),
      hoursWatched: z.number(),
    })
    .nullable(),
  lastNewAt: z.iso.datetime().nullable(),
  failingSince: z.iso.datetime().nullable(),
  /** Where permanent redirects lead, while that is not yet believed. */
  moving: z.object({ url: z.string(), since: z.iso.datetime(), polls: z.number() }).nullable(),
  /** Earlier addresses of the feed, the newest first. */
  oldUrls: z.array(z.string()),
  /** The last 30, the newest first. */
  polls: z.array(loggedPoll),
})

export type LoggedPoll = z.infer<typeof loggedPoll>
export type FeedExplanation = z.infer<typeof feedExplanation>
