import { hostname } from 'node:os'
import type { Logger } from '@rafid/telemetry'
import type { Job } from 'bullmq'
import { itemReports, seenReport } from './item-reports.ts'
import type { ToldDelivery } from './item-reports.ts'
import type { ItemTracer } from './item-tracer.ts'

const worker = `${hostname()}:${process.pid}`

/**
 * Writes down what became of a delivery, before its job counts as done: a crash in between repeats the job, and what is
 * written down twice stands once. A job never fails because of it.
 */
export async function traceJob(
  told: ToldDelivery,
  job: Job,
  { tracer, log }: { tracer: ItemTracer; log: Pick<Logger, 'error'> },
): Promise<void> {
  const now = Date.now()
  const atMs = job.processedOn ?? now
  const reports = itemReports(told, {
    atMs,
    waitedMs: job.attemptsStarted <= 1 ? Math.max(0, atMs - job.timestamp) : null,
    tookMs: now - atMs,
    attempt: job.attemptsMade + 1,
    worker,
    isRepeated: job.attemptsStarted > 1,
  })
  const seen = seenReport(told)
  try {
    await Promise.all([
      reports.length > 0 ? tracer.record(reports) : undefined,
      seen === null ? undefined : tracer.recordSeen(seen),
    ])
  } catch (error) {
    log.error({ stage: told.stage, traceId: told.envelope.traceId, error: String(error) }, 'could not trace a job')
  }
}
