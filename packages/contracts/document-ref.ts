import { z } from 'zod'

/** A claim check: the body lies in the document store under the hash of its content. */
export const documentRef = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  contentType: z.string().max(256).nullable(),
})

export type DocumentRef = z.infer<typeof documentRef>
