import type { Worker } from 'bullmq'
import type { Logger, Metrics } from '@rafid/telemetry'
import type { Queues } from './queues.ts'
import type { BoundStage } from './stage.ts'

/** Between two looks at the queues after a stage, in milliseconds. */
const lookEveryMs = 1_000

/**
 * Backpressure: while a queue that the stage emits to is deeper than the limit, the stage takes no new job. Without it
 * one slow stage fills Redis, and a full Redis stops workers as well as producers.
 *
 * @returns a function that ends the watch
 */
export function holdWhileDeep(
  stage: BoundStage,
  worker: Worker,
  queues: Queues,
  { depthMax, log, metrics }: { depthMax: number; log: Logger; metrics: Metrics },
): () => void {
  if (stage.emits.length === 0) return () => {}
  metrics.stageHeld.set({ stage: stage.name }, 0)
  let looking = false
  const look = async (): Promise<void> => {
    if (looking || worker.closing) return
    looking = true
    try {
      const deep = await deepest(stage, queues)
      apply(deep)
    } catch (error) {
      // Without Redis no job is taken anyway; the next look will tell.
      log.debug({ stage: stage.name, error: String(error) }, 'could not look at the queues after this stage')
    } finally {
      looking = false
    }
  }
  const apply = (deep: { name: string; depth: number }): void => {
    const hold = deep.depth > depthMax
    if (hold === worker.isPaused() || worker.closing) return
    metrics.stageHeld.set({ stage: stage.name }, hold ? 1 : 0)
    log.warn({ stage: stage.name, queue: deep.name, depth: deep.depth, depthMax, held: hold }, 'backpressure')
    void (hold ? worker.pause(true) : worker.resume())
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  return () => clearInterval(timer)
}

async function deepest(stage: BoundStage, queues: Queues): Promise<{ name: string; depth: number }> {
  const depths = await Promise.all(stage.emits.map(async ({ name }) => ({ name, depth: await queues.depth(name) })))
  return depths.reduce((most, one) => (one.depth > most.depth ? one : most))
}
