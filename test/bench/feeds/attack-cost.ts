import { z } from 'zod'

/** What is to be read: by whom, and which feed of which folder; a folder of null means our own. */
export const attackOrder = z.object({ peer: z.string(), folder: z.string().nullable(), name: z.string() })

export type AttackOrder = z.infer<typeof attackOrder>

/** What one hostile feed cost the process that read it, in the words of the message it sends. */
export const attackCost = z.object({
  bytes: z.number(),
  cpuMs: z.number(),
  /** The largest the whole process was, in megabytes of a million bytes. */
  peakMb: z.number(),
  /** `N entries`, or the code or the first words of what it threw. */
  outcome: z.string(),
  /** False when it threw an error without a code. */
  isTyped: z.boolean(),
})

export type AttackCost = z.infer<typeof attackCost>
