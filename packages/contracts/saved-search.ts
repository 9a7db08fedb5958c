import { z } from 'zod'

/** A search that somebody wants to follow. */
export const savedSearch = z.object({
  /** `q` and 24 hexadecimal digits of the hash of its query and webhook. */
  id: z.string().regex(/^q[0-9a-f]{24}$/),
  name: z.string(),
  /** As it was typed: «yesterday» is another day every day. */
  query: z.string(),
  createdAt: z.iso.datetime(),
  /** Where each new match is told; null for nowhere. */
  webhook: z.string().nullable().default(null),
})

/** A new article that answered a saved search. */
export const searchMatch = z.object({
  /** Grows from match to match of one search. */
  id: z.string().regex(/^\d{1,15}$/),
  articleId: z.string(),
  title: z.string(),
  url: z.string(),
  source: z.string(),
  lang: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  matchedAt: z.iso.datetime(),
})

export type SavedSearch = z.infer<typeof savedSearch>
export type SearchMatch = z.infer<typeof searchMatch>
