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
})

export type Feed = z.infer<typeof feed>
