import { z } from 'zod'

const count = z.number().min(0)
const instantMs = z.number().nullable()

/** What fetchers and parsers remember together of a feed's polls; see `packages/polling`. */
export const pollingState = z.object({
  rhythm: z.object({
    entries: count,
    hours: count,
    byHour: z.array(count).length(24).readonly(),
    byDay: z.array(count).length(7).readonly(),
    byTwelfth: z.array(count).length(12).readonly(),
    found: count,
    expected: count,
  }),
  readAtMs: instantMs,
  lastNewAtMs: instantMs,
  fullAtMs: instantMs,
  errors: z.object({ inARow: z.number().int().min(0), weight: count, sinceMs: instantMs }),
  hints: z.object({
    ttlMs: instantMs,
    updateEveryMs: instantMs,
    updateBaseMs: instantMs,
    skipHours: z.number().int(),
    skipDays: z.number().int(),
  }),
  move: z.object({ url: z.string(), sinceMs: z.number(), polls: count, overlaps: count }).nullable(),
  distrusted: z.boolean(),
  longestGap: count,
  silentSinceMs: instantMs,
  next: z.object({ atMs: z.number(), rule: z.string(), wishes: z.record(z.string(), z.number()) }),
})

export type StoredPollingState = z.infer<typeof pollingState>
