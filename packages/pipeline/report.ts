import type { Logger, Metrics } from '@rafid/telemetry'
import type { Job } from 'bullmq'
import { envelope } from './envelope.ts'
import type { Settled } from './settle-job.ts'
import type { BoundStage } from './stage.ts'

/** One log line and one metric for each delivery of a job. */
export function report(
  stage: BoundStage,
  job: Job,
  settled: Settled,
  { log, metrics }: { log: Logger; metrics: Metrics },
): void {
  const startedMs = job.processedOn ?? Date.now()
  const tookMs = Date.now() - startedMs
  const waitedMs = Math.max(0, startedMs - job.timestamp)
  const outcome = settled.kind === 'done' ? settled.outcome : settled.kind
  metrics.jobs.inc({ stage: stage.name, outcome })
  metrics.jobSeconds.observe({ stage: stage.name }, tookMs / 1000)
  if (job.attemptsStarted <= 1) metrics.jobWaitSeconds.observe({ stage: stage.name }, waitedMs / 1000)
  const fields = { stage: stage.name, outcome, key: keyOf(stage, job), attempt: job.attemptsMade + 1, tookMs, waitedMs }
  write(log, { ...fields, traceId: traceOf(job), ...details(settled) }, settled)
}

function write(log: Logger, fields: Record<string, unknown>, settled: Settled): void {
  const failed = settled.kind === 'retry' || settled.kind === 'dead'
  if (!failed) log.info(fields, 'job done')
  else if (settled.code === 'bug') log.error({ ...fields, stack: settled.error.stack }, 'job failed')
  else log.warn(fields, 'job failed')
}

function details(settled: Settled): Record<string, unknown> {
  switch (settled.kind) {
    case 'done':
      return { emitted: settled.emitted }
    case 'deferred':
      return { code: settled.code, delayMs: settled.delayMs }
    case 'retry':
    case 'dead':
      return { code: settled.code, error: settled.error.message }
    case 'returned':
      return {}
  }
}

function traceOf(job: Job): string | null {
  return envelope.safeParse(job.data).data?.traceId ?? null
}

/** The key people know a job by, such as its URL; a payload that does not fit has none. */
function keyOf(stage: BoundStage, job: Job): string | null {
  const payload = stage.consumes.schema.safeParse(envelope.safeParse(job.data).data?.payload)
  return payload.success ? stage.consumes.key(payload.data).slice(0, 500) : null
}
