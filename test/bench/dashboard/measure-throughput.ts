import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchPage } from '@rafid/contracts'
import { job, Queues } from '@rafid/pipeline'
import { openReader } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { startNewsroom } from '../../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../../support/start-house.ts'
import type { House } from '../../support/start-house.ts'
import { until } from '../../support/until.ts'
import { showProgress } from '../show-progress.ts'
import { openTabs } from './open-tabs.ts'

/** One round: so many articles from their pages to the index. */
export type Round = {
  readonly tabs: number
  readonly articlesPerSecond: number
  /** CPU time of the gateway, in milliseconds a second. */
  readonly gatewayCpuMs: number
  /** CPU time of all processes and Redis together, in milliseconds: what other work of the machine does not change. */
  readonly cpuMsPerArticle: number
}

type Site = { readonly newsroom: Newsroom; readonly house: House; readonly reader: ArticleReader }

/** Rounds with the tabs closed and open in turn, so that whatever else the machine does meets both alike. */
export async function measureThroughput(options: {
  readonly tabs: number
  readonly rounds: number
  readonly articles: number
}): Promise<Round[]> {
  await using newsroom = await startNewsroom({ images: false })
  await using house = await startHouse({ allow: newsroom.publishers.map(({ host }) => host) })
  const reader = openReader(join(house.dir, 'index.db'))
  const progress = showProgress('rounds', options.rounds * 2 + 1)
  const rounds: Round[] = []
  try {
    const site = { newsroom, house, reader }
    // The first one compiles what the others run.
    await round(site, { ...options, tabs: 0 })
    progress.step()
    for (let number = 0; number < options.rounds * 2; number += 1) {
      rounds.push(await round(site, { ...options, tabs: number % 2 === 0 ? 0 : options.tabs }))
      progress.step()
    }
    return rounds
  } finally {
    await reader.close()
  }
}

async function round(
  { newsroom, house, reader }: Site,
  { tabs, articles }: { readonly tabs: number; readonly articles: number },
): Promise<Round> {
  await using open = await openTabs(house.url, tabs)
  const urls = Array.from({ length: articles }, () => newsroom.publish().url)
  const before = (await reader.count()).articles
  const [gatewayBefore, allBefore] = [cpuMs(pidsOf(house, ['gateway'])), cpuMs(await allPids(house))]
  const startedMs = performance.now()
  await house.withRedis(async (home) => {
    const queues = new Queues(home)
    const trace = { traceId: 'b'.repeat(32), startedAt: new Date().toISOString() }
    await queues.add(
      urls.map((url) => job(fetchPage, { url, feedId: null, entry: null })),
      trace,
    )
    await queues.close()
  })
  await until(async () => (await reader.count()).articles >= before + articles, lookEveryMs)
  const seconds = (performance.now() - startedMs) / 1000
  if (tabs > 0 && open.bytes() === 0) throw new Error('the streams of the tabs bring nothing')
  return {
    tabs,
    articlesPerSecond: articles / seconds,
    gatewayCpuMs: (cpuMs(pidsOf(house, ['gateway'])) - gatewayBefore) / seconds,
    cpuMsPerArticle: (cpuMs(await allPids(house)) - allBefore) / articles,
  }
}

/** In milliseconds; short beside a round. */
const lookEveryMs = 20

/** Of Linux, in milliseconds: `USER_HZ` is 100 wherever Node runs. */
const tickMs = 10

function pidsOf(house: House, services: readonly string[]): number[] {
  const status = house.fleet.status()
  return services.flatMap((service) => (status[service] ?? []).flatMap(({ pid }) => pid ?? []))
}

async function allPids(house: House): Promise<number[]> {
  const info = await house.withRedis(({ redis }) => redis.info('server'))
  const redisPid = Number(/process_id:(\d+)/.exec(info)?.[1])
  return [...pidsOf(house, Object.keys(house.fleet.status())), redisPid]
}

/** CPU time that processes have taken, from `/proc`: proc(5), fields 14 and 15 of `stat`. */
function cpuMs(pids: readonly number[]): number {
  const each = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  })
  return each.reduce((sum, ms) => sum + ms, 0)
}
