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
export async function readPipeline({ home, reader, feeds, deadLetters }: GatewayDeps): Promise<PipelineState> {
  const [queues, workers, feedCount, watched] = await Promise.all([
    snapshotQueues(home, queueNames),
    listWorkers(home),
    feeds.count(),
    lastWatched(home),
  ])
  // Open pages ask every two seconds; most stages have no dead letters to read.
  const failing = queues.filter((queue) => queue.failed > 0)
  const letters = await Promise.all(failing.map((queue) => deadLetters.list(queue.name, deadLettersMax)))
  const newest = letters.flat().toSorted((one, other) => other.diedAt.getTime() - one.diedAt.getTime())
  return {
    queues,
    workers,
    feeds: feedCount,
    articles: await reader.count(),
    deadLetters: newest.slice(0, deadLettersMax),
    watched,
  }
}
