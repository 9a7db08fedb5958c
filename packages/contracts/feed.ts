import { z } from 'zod'

/** A feed as operators and readers see it. */
export const feed = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  siteUrl: z.string().nullable(),
  addedAt: z.iso.datetime(),
  lastPollAt: z.iso.datetime().nullable(),
  nextPollAt: z.iso.datetime().nullable(),
  lastOutcome: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorsInARow: z.number().int(),
  entriesSeen: z.number().int(),
  /** A paused feed waits for the operator; one that is gone was ended by its publisher (410). */
  status: z.enum(['active', 'paused', 'gone']).default('active'),
  /** What decided when the next poll is. */
  pollRule: z.string().nullable().default(null),
  /** Since when it has brought nothing although its rhythm would have it. */
  silentSince: z.iso.datetime().nullable().default(null),
  /** The operator's interval for this feed, in milliseconds. */
  ownIntervalMs: z.number().int().positive().nullable().default(null),
})

export type Feed = z.infer<typeof feed>
