import { z } from 'zod'

const spread = z.object({ mean: z.number(), variance: z.number().min(0) })

const profile = z.object({
  pages: z.number().int().min(0),
  texts: z.number().int().min(0),
  length: spread,
  confidence: spread,
  refused: z.number().min(0).max(1),
})

const change = z.enum(['shorter', 'longer', 'less-sure', 'refused'])

const drift = z.object({
  /** When the first of the strange pages was fetched. */
  since: z.iso.datetime(),
  changes: z.array(change).min(1),
  /** Typical length of the texts as a multiple of what is usual; null when there are no texts any more. */
  lengthRatio: z.number().min(0).nullable(),
  confidence: z.object({ usual: z.number(), now: z.number().nullable() }),
  /** Shares of pages without an article. */
  refused: z.object({ usual: z.number(), now: z.number() }),
})

/** What parsers remember together of a site's extraction. */
export const extractionState = z.object({
  usual: profile,
  now: profile.nullable(),
  recent: z.array(z.object({ length: z.number(), confidence: z.number() }).nullable()),
  run: z.object({ pages: z.number().int().min(0), since: z.iso.datetime() }).nullable(),
  drift: drift.nullable(),
})

/** A site whose pages are read otherwise than they used to be. */
export const driftingSite = drift.extend({ site: z.string() })

export type ExtractionState = z.infer<typeof extractionState>
export type DriftingSite = z.infer<typeof driftingSite>
