import { z } from 'zod'

/** What lies in a queue: the payload and the trace it belongs to. Fields are only ever added. */
export const envelope = z.object({
  traceId: z.string(),
  /** When the trace began. */
  startedAt: z.iso.datetime(),
  /** The span that queued the job, where spans are told of. Source: W3C Trace Context. */
  traceparent: z.string().optional(),
  payload: z.unknown(),
})

export type Envelope = z.infer<typeof envelope>
