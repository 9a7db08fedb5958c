import { queueNames } from '@rafid/contracts'
import { lastWatched, listWorkers, snapshotQueues } from '@rafid/pipeline'
import type { DeadLetter, Watched, WorkerRecord } from '@rafid/pipeline'
import type { QueueDepth } from '@rafid/operations'
import type { GatewayDeps } from '../api.ts'

/** The pipeline at one moment, as operators look at it. */
export type PipelineState = {
  readonly queues: readonly QueueDepth[]
  readonly workers: readonly WorkerRecord[]
  readonly feeds: number
  readonly articles: { readonly articles: number; readonly originals: number }
  /** The newest of all stages, newest first. */
  readonly deadLetters: readonly DeadLetter[]
  /** What was seen of the last minutes; null while nobody watches. */
  readonly watched: Watched | null
}

const deadLettersMax = 50

/** Reads the queues, the workers and what has died lately. */
export async function readPipeline(deps: GatewayDeps): Promise<PipelineState> {
  const { home, reader, feeds } = deps
  const [queues, workers, feedCount, watched] = await Promise.all([
    snapshotQueues(home, queueNames),
    listWorkers(home),
    feeds.count(),
    lastWatched(home),
  ])
  return {
    queues,
    workers,
    feeds: feedCount,
    articles: await reader.count(),
    deadLetters: await readDeadLetters(deps, queues),
    watched,
  }
}

/** The newest dead letters of all stages, newest first. */
export async function readDeadLetters(
  { deadLetters }: Pick<GatewayDeps, 'deadLetters'>,
  queues: readonly QueueDepth[],
): Promise<DeadLetter[]> {
  // Most stages have none to read.
  const failing = queues.filter((queue) => queue.failed > 0)
  const letters = await Promise.all(failing.map((queue) => deadLetters.list(queue.name, deadLettersMax)))
  const newest = letters.flat().toSorted((one, other) => other.diedAt.getTime() - one.diedAt.getTime())
  return newest.slice(0, deadLettersMax)
}
