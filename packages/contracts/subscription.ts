import { z } from 'zod'

const instant = z.iso.datetime()

/** A feed's subscription at a WebSub hub. */
export const subscription = z.object({
  hub: z.string(),
  /** The address under which the hub knows the feed. */
  topic: z.string(),
  /**
   * `wanted`: to be asked for. `requested`: asked for, the hub has not confirmed yet. `active`: the hub delivers.
   * `refused`: the hub does not want to. `broken`: the hub says it delivers, and does not.
   */
  state: z.enum(['wanted', 'requested', 'active', 'refused', 'broken']),
  /** Key of the signatures of deliveries. */
  secret: z.string(),
  /** The last request that the hub has not answered at our callback. */
  requestedAt: instant.nullable(),
  leaseEndsAt: instant.nullable(),
  lastPushAt: instant.nullable(),
  /** Failed attempts in a row. */
  failures: z.number().int().min(0),
  /** Times that a poll found what had not been delivered. */
  misses: z.number().int().min(0),
  /** When something is to be done about it. */
  dueAt: instant,
})

export type Subscription = z.infer<typeof subscription>
