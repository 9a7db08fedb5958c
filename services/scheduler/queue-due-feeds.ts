import { randomUUID } from 'node:crypto'
import type { Feeds } from '@rafid/catalog'
import { pollFeed } from '@rafid/contracts'
import { job } from '@rafid/pipeline'
import type { Queues } from '@rafid/pipeline'

/** Feeds taken from the catalog at a time. */
const batchMax = 100

export type DueFeedsDeps = {
  readonly feeds: Pick<Feeds, 'claimDue'>
  readonly queues: Pick<Queues, 'add' | 'depth'>
  /** Feeds stay due while more polls than this wait already. */
  readonly depthMax: number
}

/**
 * Queues a poll for every feed that is due. Each poll begins a trace. Any number of schedulers may run: a feed is
 * claimed by one of them.
 *
 * @returns how many polls were queued
 */
export async function queueDueFeeds({ feeds, queues, depthMax }: DueFeedsDeps, now: Date): Promise<number> {
  let queued = 0
  while ((await queues.depth(pollFeed.name)) < depthMax) {
    const ids = await feeds.claimDue(batchMax)
    const startedAt = now.toISOString()
    await Promise.all(
      ids.map((feedId) => {
        const traceId = randomUUID().replaceAll('-', '')
        return queues.add([job(pollFeed, { feedId })], { traceId, startedAt })
      }),
    )
    queued += ids.length
    if (ids.length < batchMax) break
  }
  return queued
}
