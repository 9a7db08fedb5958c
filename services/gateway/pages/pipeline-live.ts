import { queueNames } from '@rafid/contracts'
import { aliveForMs, lastWatched, snapshotQueues, watchedAt } from '@rafid/pipeline'
import type { Watched } from '@rafid/pipeline'
import type { GatewayDeps } from '../api.ts'
import { readPipeline, readDeadLetters } from './pipeline-state.ts'
import type { PipelineState } from './pipeline-state.ts'

/**
 * Reads the pipeline again and again, as cheaply as it can: how deep the queues are at each look, what was seen of the
 * flows only when somebody has looked, and dead letters only when their number has changed.
 */
export function pipelineReader(deps: GatewayDeps): () => Promise<PipelineState> {
  const { home, feeds, reader } = deps
  let watched: Watched | null = null
  let rest: Omit<PipelineState, 'queues' | 'watched'> | null = null
  let diedBefore = ''
  return async () => {
    const [at, queues] = await Promise.all([watchedAt(home), snapshotQueues(home, queueNames)])
    // Where no watcher is, there is nothing to go by.
    if (at === null) return readPipeline(deps)
    if (rest === null || watched?.atMs !== at) {
      const [seen, feedCount, articles] = await Promise.all([lastWatched(home), feeds.count(), reader.count()])
      watched = seen
      const workers = (seen?.processes ?? []).filter(({ lastBeatMs }) => lastBeatMs <= aliveForMs)
      rest = { workers, feeds: feedCount, articles, deadLetters: rest?.deadLetters ?? [] }
    }
    const died = queues.map(({ failed }) => failed).join()
    if (died !== diedBefore) {
      rest = { ...rest, deadLetters: await readDeadLetters(deps, queues) }
      diedBefore = died
    }
    return { ...rest, queues, watched }
  }
}
