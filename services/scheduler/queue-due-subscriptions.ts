import { randomUUID } from 'node:crypto'
import type { Subscriptions } from '@rafid/catalog'
import { subscribeFeed } from '@rafid/contracts'
import { job } from '@rafid/pipeline'
import type { Queues } from '@rafid/pipeline'

/** Subscriptions taken at a time. */
const batchMax = 100

/**
 * Queues a request to the hub of every feed whose subscription is to be made or renewed.
 *
 * @returns how many were queued
 */
export async function queueDueSubscriptions(
  { subscriptions, queues }: { subscriptions: Pick<Subscriptions, 'claimDue'>; queues: Pick<Queues, 'add'> },
  now: Date,
): Promise<number> {
  const ids = await subscriptions.claimDue(batchMax)
  for (const feedId of ids) {
    const trace = { traceId: randomUUID().replaceAll('-', ''), startedAt: now.toISOString() }
    await queues.add([job(subscribeFeed, { feedId })], trace)
  }
  return ids.length
}
