import { queueNames } from '@rafid/contracts'
import { AuditLog } from './audit-log.ts'
import type { AuditEntry } from './audit-log.ts'
import { listProcesses, orderDrain } from './heartbeats.ts'
import type { WorkerRecord } from './heartbeats.ts'
import { groupDeadLetters } from './dead-letter-filter.ts'
import type { DeadLetterFilter } from './dead-letter-filter.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { QueueHome, Queues } from './queues.ts'

export type OperateDeps = {
  readonly home: QueueHome
  readonly queues: Pick<Queues, 'pause' | 'resume'>
  readonly deadLetters: DeadLetters
}

type By = AuditEntry['by']

/** Pauses a stage or lets it go on, and writes down that it was done. */
export async function operateStage(
  { home, queues }: Pick<OperateDeps, 'home' | 'queues'>,
  { verb, stage, by }: { readonly verb: 'pause' | 'resume'; readonly stage: string; readonly by: By },
): Promise<void> {
  await queues[verb](stage)
  await new AuditLog(home).add({ by, action: `stage.${verb}`, about: stage, count: 1 })
}

/**
 * Has one process take no new job, end those in hand and stop, and writes down that it was told to.
 *
 * @returns what is known of the process; null when there is none of that id, or one that takes no jobs at all
 */
export async function operateWorker(
  home: QueueHome,
  { id, by }: { readonly id: string; readonly by: By },
): Promise<WorkerRecord | null> {
  const worker = (await listProcesses(home)).find((one) => one.id === id)
  if (worker === undefined || worker.stages.length === 0) return null
  const told = await orderDrain(home, id)
  if (told !== null) await new AuditLog(home).add({ by, action: 'worker.drain', about: id, count: 1 })
  return told
}

/** What became of dead letters, or would become of them. */
export type DeadLetterOutcome = { readonly count: number; readonly byStage: Readonly<Record<string, number>> }

/**
 * Queues dead letters again or drops them, and writes down that it was done.
 *
 * @param order.dryRun say what would happen, and do nothing
 * @param order.onProgress told after each how many are done, of how many
 */
export async function operateDeadLetters(
  { home, deadLetters }: Pick<OperateDeps, 'home' | 'deadLetters'>,
  order: {
    readonly verb: 'redrive' | 'drop'
    readonly filter: DeadLetterFilter
    readonly dryRun: boolean
    readonly by: By
    readonly onProgress?: (done: number, all: number) => void
  },
): Promise<DeadLetterOutcome> {
  const { verb, filter, dryRun, by, onProgress } = order
  const letters = await deadLetters.find(queueNames, filter)
  const byStage: Record<string, number> = {}
  for (const { stage, count } of groupDeadLetters(letters)) byStage[stage] = (byStage[stage] ?? 0) + count
  if (dryRun) return { count: letters.length, byStage }
  const count = await deadLetters.settle(verb, letters, onProgress)
  const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
  await new AuditLog(home).add({ by, action: `dead.${verb}`, about: given.join(' ') || 'all', count })
  return { count, byStage }
}
