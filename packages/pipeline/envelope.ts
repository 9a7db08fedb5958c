import { z } from 'zod'

/** What lies in a queue: the payload, the trace it belongs to, and the item that it is about. Fields are only ever added. */
export const envelope = z.object({
  traceId: z.string(),
  /** When the trace began. */
  startedAt: z.iso.datetime(),
  /** The span that queued the job, where spans are told of. Source: W3C Trace Context. */
  traceparent: z.string().optional(),
  payload: z.unknown(),
  /** What the job is about; a trace that cannot be read must not stop the job. */
  item: z.object({ id: z.string(), url: z.string(), feedId: z.string().nullable() }).optional().catch(undefined),
})

export type Envelope = z.infer<typeof envelope>
