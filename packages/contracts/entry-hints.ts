import { z } from 'zod'

/** What a feed says of one entry: evidence for the parser, not truth. Travels as a document. */
export const entryHints = z.object({
  title: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  keywords: z.array(z.string()),
  image: z.string().nullable(),
  summaryHtml: z.string().nullable(),
  contentHtml: z.string().nullable(),
  lang: z.string().nullable(),
})

export type EntryHints = z.infer<typeof entryHints>
