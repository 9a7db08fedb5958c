import { setTimeout as pause } from 'node:timers/promises'
import { pollFeed } from '@rafid/contracts'
import { job, Queues } from '@rafid/pipeline'
import { countCommands } from '../../support/count-commands.ts'
import { startHouse } from '../../support/start-house.ts'
import type { House } from '../../support/start-house.ts'
import { openTabs } from './open-tabs.ts'

/** What watching asks of Redis. */
export type WatchCost = {
  readonly waiting: number
  readonly tabs: number
  readonly commandsPerSecond: number
  /** What the streams of all tabs bring, in bytes a second. */
  readonly bytesPerSecond: number
}

/** Counts what a gateway that nobody works behind asks of Redis, with few and many jobs waiting, and tabs closed and open. */
export async function measureCommands(options: {
  readonly tabs: number
  readonly waiting: readonly number[]
  readonly seconds: number
}): Promise<WatchCost[]> {
  const nobody = { indexer: 0, deduplicator: 0, parser: 0, fetcher: 0, scheduler: 0 }
  await using house = await startHouse({ allow: [], scale: nobody })
  const counter = await countCommands(house.redis.url)
  try {
    const costs: WatchCost[] = []
    let there = 0
    for (const waiting of options.waiting) {
      await addJobs(house, waiting - there)
      there = Math.max(there, waiting)
      for (const tabs of [0, 1, options.tabs]) {
        await using open = await openTabs(house.url, tabs)
        const bytesBefore = open.bytes()
        const commands = await counter.during(() => pause(options.seconds * 1000))
        const bytesPerSecond = (open.bytes() - bytesBefore) / options.seconds
        costs.push({ waiting, tabs, commandsPerSecond: commands / options.seconds, bytesPerSecond })
      }
    }
    return costs
  } finally {
    counter.close()
  }
}

/** So many at once, so that no command is too long. */
const batch = 5_000

async function addJobs(house: House, count: number): Promise<void> {
  await house.withRedis(async (home) => {
    const queues = new Queues(home)
    const trace = { traceId: 'c'.repeat(32), startedAt: new Date().toISOString() }
    for (let added = 0; added < count; added += batch) {
      const some = Array.from({ length: Math.min(batch, count - added) }, () => crypto.randomUUID())
      await queues.add(
        some.map((id) => job(pollFeed, { feedId: `f${id}` })),
        trace,
      )
    }
    await queues.close()
  })
}
