import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** fetcher → parser: a feed has changed. */
export const parseFeed = defineJob({
  name: 'parse-feed',
  schema: z.object({
    feedId: z.string(),
    /** Where the document was found in the end, after redirects. */
    url: z.string(),
    document: documentRef,
    fetchedAt: z.iso.datetime(),
    /** For the next conditional GET; remembered once the entries are safe. */
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    /** How long the answer stays fresh, in milliseconds. */
    askedMs: z.number().nullable(),
    /** Whether a hub delivered it: nobody polled. */
    pushed: z.boolean().optional(),
    /** The hub that the `Link` headers named, and the address under which it knows the feed. */
    hub: z.string().optional(),
    self: z.string().optional(),
    /** Where nothing but permanent redirects led. */
    movedTo: z.string().nullish(),
    /** Whether no validators were shown. */
    full: z.boolean().optional(),
    /** Whether another document came under the validators of the one before. */
    lied: z.boolean().optional(),
  }),
  key: ({ feedId, document }) => `${feedId} ${document.key}`,
  attempts: 3,
  timeoutMs: 30_000,
})
