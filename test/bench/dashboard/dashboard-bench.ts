import type { Bench } from '../bench.ts'
import { median } from '../statistics.ts'
import { textTable } from '../text-table.ts'
import { measureCommands } from './measure-commands.ts'
import type { WatchCost } from './measure-commands.ts'
import { measureThroughput } from './measure-throughput.ts'
import type { Round } from './measure-throughput.ts'
import { dashboardUsage, readOptions } from './options.ts'

/** What it costs to watch. */
export const dashboardBench: Bench = {
  usage: dashboardUsage,

  async run(args) {
    const options = readOptions(args)
    const costs = await measureCommands(options)
    console.log(`\n${commandsTable(costs)}`)
    const rounds = options.rounds === 0 ? [] : await measureThroughput(options)
    const throughput = rounds.length === 0 ? null : summary(rounds)
    if (throughput !== null) console.log(`\n${throughputTable(throughput, options.tabs)}`)
    if (options.json) {
      console.log(JSON.stringify({ bench: 'dashboard', results: { rafid: { costs, rounds, throughput } } }))
    }
  },
}

type Summary = {
  readonly closed: number
  readonly open: number
  /** Share of the throughput that is lost: the median of what each pair of rounds beside each other says. */
  readonly loss: number
  readonly gatewayCpuMs: { readonly closed: number; readonly open: number }
}

function summary(rounds: readonly Round[]): Summary {
  const closed = rounds.filter(({ tabs }) => tabs === 0)
  const open = rounds.filter(({ tabs }) => tabs > 0)
  const rate = (some: readonly Round[]): number => median(some.map(({ articlesPerSecond }) => articlesPerSecond))
  const cpu = (some: readonly Round[]): number => median(some.map(({ gatewayCpuMs }) => gatewayCpuMs))
  const pairs = open.map((one, at) => 1 - one.articlesPerSecond / (closed[at]?.articlesPerSecond ?? 1))
  return {
    closed: rate(closed),
    open: rate(open),
    loss: median(pairs),
    gatewayCpuMs: { closed: cpu(closed), open: cpu(open) },
  }
}

function commandsTable(costs: readonly WatchCost[]): string {
  return textTable(
    ['jobs waiting', 'tabs', 'Redis commands/s', 'kB/s of all streams'],
    costs.map(({ waiting, tabs, commandsPerSecond, bytesPerSecond }) => [
      waiting.toLocaleString('en'),
      String(tabs),
      commandsPerSecond.toFixed(2),
      (bytesPerSecond / 1000).toFixed(1),
    ]),
  )
}

function throughputTable({ closed, open, loss, gatewayCpuMs }: Summary, tabs: number): string {
  return textTable(
    ['tabs', 'articles/s', 'gateway CPU ms/s'],
    [
      ['0', closed.toFixed(1), gatewayCpuMs.closed.toFixed(0)],
      [String(tabs), open.toFixed(1), gatewayCpuMs.open.toFixed(0)],
      ['loss, median of pairs', `${(loss * 100).toFixed(1)} %`, ''],
    ],
  )
}
