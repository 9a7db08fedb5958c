import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** fetcher → parser: a page is here. */
export const parsePage = defineJob({
  name: 'parse-page',
  schema: z.object({
    /** Where the page was found in the end, after redirects. */
    url: z.string(),
    feedId: z.string().nullable(),
    entry: documentRef.nullable(),
    document: documentRef,
    fetchedAt: z.iso.datetime(),
    /** The code of why the page itself was not fetched; the document is then empty. */
    withheld: z.string().optional(),
  }),
  key: ({ url }) => url,
  attempts: 3,
  timeoutMs: 30_000,
})
