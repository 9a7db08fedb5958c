import { jobIdOf } from './job-id.ts'
import { settleJob } from './settle-job.ts'
import type { Settled } from './settle-job.ts'
import type { BoundStage, Emission } from './stage.ts'

/** One delivery that was settled, for assertions. */
export type Step = { readonly stage: string; readonly payload: unknown; readonly settled: Settled }

/** Endless loops of retries or of stages that feed each other end here. */
const stepsMax = 100_000

/**
 * Runs stages without Redis and without waiting: each job once an attempt, at once, in the order of queueing. The same
 * code settles a job here and over BullMQ; only the queue differs. For tests.
 *
 * @param stages the consumers; a job nobody consumes stays in `unconsumed`
 * @param seeds the first jobs
 * @throws Error after 100,000 deliveries
 */
export async function runInMemory(
  stages: readonly BoundStage[],
  seeds: readonly Emission[],
): Promise<{ steps: Step[]; unconsumed: Emission[] }> {
  const consumers = new Map(stages.map((stage) => [stage.name, stage]))
  const trace = { traceId: 'in-memory', startedAt: new Date(0).toISOString() }
  const queue: { emission: Emission; attempt: number }[] = seeds.map((emission) => ({ emission, attempt: 1 }))
  const steps: Step[] = []
  const unconsumed: Emission[] = []
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { emission, attempt } = next
    const stage = consumers.get(emission.definition.name)
    if (!stage) {
      unconsumed.push(emission)
      continue
    }
    const settled = await settleJob(stage, {
      jobKey: jobIdOf(emission.definition, emission.payload),
      data: { ...trace, payload: emission.payload },
      attempt,
      stopping: new AbortController().signal,
      emit: async (emissions) => {
        queue.push(...emissions.map((job) => ({ emission: job, attempt: 1 })))
        return new Set()
      },
    })
    steps.push({ stage: stage.name, payload: emission.payload, settled })
    if (settled.kind === 'retry') queue.push({ emission, attempt: attempt + 1 })
    if (settled.kind === 'deferred') queue.push({ emission, attempt })
    if (steps.length > stepsMax) throw new Error(`more than ${stepsMax} deliveries`)
  }
  return { steps, unconsumed }
}
