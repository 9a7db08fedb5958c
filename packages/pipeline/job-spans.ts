import type { SpanAttributes, Tracer } from '@rafid/telemetry'
import type { Job } from 'bullmq'
import { envelope } from './envelope.ts'
import type { Settled } from './settle-job.ts'

/** What both ends of a queue say of it. Source: OpenTelemetry's semantic conventions for messaging spans. */
function messaging(queue: string, operation: 'publish' | 'process'): SpanAttributes {
  return {
    'messaging.system': 'bullmq',
    'messaging.destination.name': queue,
    'messaging.operation.name': operation,
    'messaging.operation.type': operation === 'publish' ? 'send' : 'process',
  }
}

/**
 * Queues jobs within a span that those who process them follow from.
 *
 * @param options.traceId begins the trace when nothing around it has one
 * @param add queues them with a `traceparent`, or with none where spans are told to nobody
 */
export async function withinPublishSpan<JobId extends { readonly id?: string | undefined }>(
  tracer: Tracer | null | undefined,
  { queue, traceId }: { readonly queue: string; readonly traceId: string },
  add: (traceparent: string | undefined) => Promise<readonly JobId[]>,
): Promise<void> {
  if (!tracer) return void (await add(undefined))
  const start = {
    name: `publish ${queue}`,
    kind: 'producer',
    attributes: messaging(queue, 'publish'),
    traceId,
  } as const
  await tracer.within(start, async (span) => {
    const jobs = await add(span.traceparent)
    const [only] = jobs
    if (jobs.length !== 1) span.note({ 'messaging.batch.message_count': jobs.length })
    else if (only?.id !== undefined) span.note({ 'messaging.message.id': only.id })
  })
}

/** Settles one delivery of a job within a span that follows from the one that queued it. */
export async function withinProcessSpan(
  tracer: Tracer | null | undefined,
  { queueName, id, data, attemptsMade }: Job,
  settle: () => Promise<Settled>,
): Promise<Settled> {
  if (!tracer) return settle()
  const { traceparent: parent, traceId } = envelope.safeParse(data).data ?? {}
  const attributes = {
    ...messaging(queueName, 'process'),
    'messaging.message.id': String(id),
    'rafid.job.attempt': attemptsMade + 1,
  }
  return tracer.within(
    { name: `process ${queueName}`, kind: 'consumer', attributes, parent, traceId },
    async (span) => {
      const settled = await settle()
      span.note({ 'rafid.job.outcome': settled.kind === 'done' ? settled.outcome : settled.kind })
      if (settled.kind === 'retry' || settled.kind === 'dead') span.fail(settled.code)
      return settled
    },
  )
}
