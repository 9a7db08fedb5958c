import { itemStages } from '@rafid/operations'
import type { DeadLetters } from './dead-letters.ts'
import { letterReport } from './letter-report.ts'
import type { ItemTracer } from './item-tracer.ts'

/** So many of each stage are looked at, the newest. */
const lettersMax = 10_000

/**
 * Writes down items whose jobs died where no worker could tell of it, as that of a worker that has died three times.
 *
 * @param since letters that are older were looked at before
 */
export async function traceDeadLetters(
  { deadLetters, tracer }: { readonly deadLetters: Pick<DeadLetters, 'since'>; readonly tracer: ItemTracer },
  since: Date,
): Promise<void> {
  for (const stage of itemStages) {
    const letters = await deadLetters.since(stage, since, lettersMax)
    const reports = letters.flatMap((letter) => letterReport(letter, 'dead') ?? [])
    if (reports.length > 0) await tracer.record(reports)
  }
}
