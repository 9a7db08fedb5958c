import { setTimeout as pause } from 'node:timers/promises'
import { itemStages } from '@rafid/operations'
import type { Funnel } from '@rafid/operations'
import { DeadLetters } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { rowsOf, sampleFaults, sampleFunnel } from '../../support/sample-funnel.ts'
import { startHouse } from '../../support/start-house.ts'
import { startReplay } from '../../support/start-replay.ts'
import { until } from '../../support/until.ts'
import { allDone } from './all-done.ts'
import { benchEnv } from './measure-cost.ts'

/** Whether the funnel added up while publishers failed and processes died. */
export type SampledRun = {
  readonly pages: number
  readonly requestsFailed: number
  readonly killed: number
  readonly samples: number
  /** Samples at which something did not add up, in words. */
  readonly faults: readonly string[]
  readonly inFlightMost: number
  readonly funnel: Funnel
  /** At rest. */
  readonly rows: number
  readonly rowsCounted: number
  readonly itemsWithDeadLetters: number
}

const services = ['fetcher', 'parser', 'deduplicator', 'indexer'] as const
const sampleEveryMs = 20
const killEveryMs = 2_000

/** Runs all services on replayed pages, samples the funnel all the time, and kills a process every two seconds. */
export async function sampleRun(
  program: string,
  { kills, args }: { readonly kills: number; readonly args: readonly string[] },
): Promise<SampledRun> {
  await using replay = await startReplay(program, args)
  const env = { ...benchEnv, RAFID_HTTP_PROXY: replay.proxy, RAFID_LOCK_MS: '2000' }
  await using house = await startHouse({ allow: [], env })
  const faults: string[] = []
  let samples = 0
  let inFlightMost = 0
  const ended = new AbortController()
  const sampling = house.withRedis(async (home) => {
    while (!ended.signal.aborted) {
      const sample = await sampleFunnel(home, house.dir)
      samples += 1
      inFlightMost = Math.max(inFlightMost, sample.after.items.inFlight)
      faults.push(...sampleFaults(sample))
      await pause(sampleEveryMs)
    }
  })
  await house.addFeeds(replay.feedUrls)
  let killed = 0
  for (; killed < kills; killed += 1) {
    await pause(killEveryMs)
    house.kill(services[killed % services.length] ?? 'parser')
  }
  await allDone(house)
  const last = await house.withRedis(async (home) => {
    await until(async () => (await sampleFunnel(home, house.dir)).after.items.inFlight === 0, 200)
    return { ...(await sampleFunnel(home, house.dir)), itemsWithDeadLetters: await countDeadItems(home) }
  })
  ended.abort()
  await sampling
  const { pages } = replay
  const requestsFailed = await replay.failed()
  const { after: funnel, rows, itemsWithDeadLetters } = last
  const atRest = { funnel, rows, rowsCounted: rowsOf(funnel), itemsWithDeadLetters }
  return { pages, requestsFailed, killed, samples, faults, inFlightMost, ...atRest }
}

async function countDeadItems(home: QueueHome): Promise<number> {
  const deadLetters = new DeadLetters(home)
  const letters = await deadLetters.find(itemStages, {})
  await deadLetters.close()
  return new Set(letters.map(({ item }) => item?.id)).size
}
