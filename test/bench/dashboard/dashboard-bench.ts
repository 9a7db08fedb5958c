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

type Figures = Omit<Round, 'tabs'>

type Summary = {
  readonly closed: Figures
  readonly open: Figures
  /** Share of the throughput that is lost: the median of what each pair of rounds beside each other says. */
  readonly loss: number
  /** The same by CPU time: what a machine that is busy through and through would lose. */
  readonly lossByCpu: number
}

function summary(rounds: readonly Round[]): Summary {
  const closed = rounds.filter(({ tabs }) => tabs === 0)
  const open = rounds.filter(({ tabs }) => tabs > 0)
  const lost = (share: (one: Round, other: Round) => number): number =>
    median(open.flatMap((one, at) => (closed[at] === undefined ? [] : [1 - share(one, closed[at])])))
  return {
    closed: figuresOf(closed),
    open: figuresOf(open),
    loss: lost((one, other) => one.articlesPerSecond / other.articlesPerSecond),
    lossByCpu: lost((one, other) => other.cpuMsPerArticle / one.cpuMsPerArticle),
  }
}

function figuresOf(rounds: readonly Round[]): Figures {
  return {
    articlesPerSecond: median(rounds.map(({ articlesPerSecond }) => articlesPerSecond)),
    gatewayCpuMs: median(rounds.map(({ gatewayCpuMs }) => gatewayCpuMs)),
    cpuMsPerArticle: median(rounds.map(({ cpuMsPerArticle }) => cpuMsPerArticle)),
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

function throughputTable({ closed, open, loss, lossByCpu }: Summary, tabs: number): string {
  const row = (label: string, { articlesPerSecond, cpuMsPerArticle, gatewayCpuMs }: Figures): string[] => {
    return [label, articlesPerSecond.toFixed(1), cpuMsPerArticle.toFixed(1), gatewayCpuMs.toFixed(0)]
  }
  return textTable(
    ['tabs', 'articles/s', 'CPU ms an article', 'gateway CPU ms/s'],
    [
      row('0', closed),
      row(String(tabs), open),
      ['lost, median of pairs', `${(loss * 100).toFixed(1)} %`, `${(lossByCpu * 100).toFixed(1)} %`],
    ],
  )
}
