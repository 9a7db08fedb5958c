import { z } from 'zod'

/** What one page cost the process that extracted it, in the words of the message it sends. */
export const pageCost = z.object({
  /** Of the page. */
  chars: z.number(),
  /** Of the text that came out. */
  textChars: z.number(),
  cpuMs: z.number(),
  /** The largest the process was, beyond what it was at rest, in megabytes of a million bytes. */
  memoryMb: z.number(),
  /** What it threw; null when it did not. */
  error: z.string().nullable(),
})

export type PageCost = z.infer<typeof pageCost>
