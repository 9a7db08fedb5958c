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
  }),
  key: ({ url }) => url,
  attempts: 3,
  timeoutMs: 30_000,
})
