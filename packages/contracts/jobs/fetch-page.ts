import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** parser → fetcher: a feed has a new entry, or an edited one. */
export const fetchPage = defineJob({
  name: 'fetch-page',
  schema: z.object({
    url: z.string(),
    feedId: z.string().nullable(),
    /** The entry's `entryHints`, as a document. */
    entry: documentRef.nullable(),
  }),
  key: ({ url }) => url,
  attempts: 5,
  timeoutMs: 60_000,
})
