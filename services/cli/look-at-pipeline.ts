import { setTimeout as pause } from 'node:timers/promises'
import { queueNames } from '@rafid/contracts'
import { lastSight, look } from '@rafid/pipeline'
import type { Sight } from '@rafid/pipeline'
import type { House } from './house.ts'

/** Longer than the time between two heartbeats, in milliseconds: in between every process has told its work once more. */
const secondLookMs = 6_000

/**
 * What is going on in the pipeline. Where no gateway watches, it takes a second look to tell how fast jobs flow.
 *
 * @param before what an earlier call has brought
 */
export async function lookAtPipeline(
  { home, feeds }: { readonly home: House['home']; readonly feeds: Pick<House['feeds'], 'overdueMs'> },
  before: Sight | null,
): Promise<Sight> {
  const options = { ...home, queues: queueNames, feedOverdueMs: () => feeds.overdueMs() }
  const known = before ?? (await lastSight(home))
  const first = await look(options, known?.memory ?? null)
  if (known !== null || first.watched.processes.length === 0) return first
  await pause(secondLookMs)
  return look(options, first.memory)
}
