import { join } from 'node:path'
import { ItemTrace } from '@rafid/catalog'
import { dayOf, funnelFaults, itemStages } from '@rafid/operations'
import type { Funnel } from '@rafid/operations'
import { snapshotQueues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { openReader } from '@rafid/search'

/** A funnel before and after a look at what it counts: the index and the queues. */
export type FunnelSample = {
  readonly before: Funnel
  readonly rows: number
  readonly deadLetters: number
  readonly unfinished: number
  readonly after: Funnel
}

/** Looks at the funnel of today and at what it counts, as fast as that can be read. */
export async function sampleFunnel(home: QueueHome, dir: string): Promise<FunnelSample> {
  const trace = new ItemTrace({ ...home, days: 7 })
  const day = dayOf(Date.now())
  const before = await trace.funnel({ day })
  const reader = openReader(join(dir, 'index.db'))
  const { articles: rows } = await reader.count()
  await reader.close()
  const queues = await snapshotQueues(home, itemStages)
  const deadLetters = queues.reduce((sum, { failed }) => sum + failed, 0)
  const unfinished = queues.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0)
  return { before, rows, deadLetters, unfinished, after: await trace.funnel({ day }) }
}

/** How many articles of the index the funnel counts. */
export function rowsOf({ items }: Funnel): number {
  return items.originals + items.copies + items.updates
}

/**
 * Where a sample does not add up; empty when it does. The funnel is read in one step and must be right to the last item. The
 * index and the queues are other stores: between two looks at the funnel they differ by no more than what is in flight.
 */
export function sampleFaults({ before, rows, deadLetters, unfinished, after }: FunnelSample): string[] {
  const { dead, inFlight } = after.items
  return [
    ...funnelFaults(before),
    ...funnelFaults(after),
    ...(rowsOf(before) <= rows ? [] : [`${rowsOf(before)} are said to be in the index, ${rows} are`]),
    ...(rows <= rowsOf(after) + inFlight
      ? []
      : [`${rows} are in the index, ${rowsOf(after)} and ${inFlight} are known`]),
    ...(deadLetters <= dead + inFlight ? [] : [`${deadLetters} dead letters are not ${dead} and ${inFlight}`]),
    ...(before.items.dead <= deadLetters + unfinished
      ? []
      : [`${before.items.dead} are said to be dead, ${deadLetters} dead letters and ${unfinished} jobs there are`]),
  ]
}
