import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigError } from '@rafid/errors'
import type { Bench } from '../bench.ts'
import { textTable } from '../text-table.ts'
import { measureCost } from './measure-cost.ts'
import type { RunCost } from './measure-cost.ts'
import { funnelUsage, readOptions } from './options.ts'
import { sampleRun } from './sample-run.ts'
import type { SampledRun } from './sample-run.ts'

const defaultProgram = join(import.meta.dirname, '../../../../shared/replay/replay.mjs')
const faultsShownMax = 20

/** Whether the funnel adds up under load and failure, and what following every entry costs. */
export const funnelBench: Bench = {
  usage: funnelUsage,

  async run(given) {
    const { replay, pages, copies, fail, kills, rounds, json } = readOptions(given)
    const program = replay === null ? defaultProgram : resolve(replay)
    if (!existsSync(program)) throw new ConfigError([`There is no replay server at ${program}: give one by --replay.`])
    const size = ['--limit', String(pages), '--copies', String(copies)]
    const sampled = await sampleRun(program, { kills, args: [...size, '--fail', String(fail)] })
    console.log(`\n${sampledText(sampled)}`)
    const costs: Named[] = []
    for (let round = 1; round <= rounds; round += 1) {
      for (const traceDays of [7, 0]) {
        const name = `${traceDays === 0 ? 'without' : 'with'} tracing, ${round}`
        costs.push({ name, traceDays, cost: await measureCost(program, { traceDays, args: size }) })
      }
    }
    if (costs.length > 0) console.log(`\n${costTable(costs)}`)
    if (json) console.log(JSON.stringify({ bench: 'funnel', results: { rafid: { sampled, costs } } }))
  },
}

type Named = { readonly name: string; readonly traceDays: number; readonly cost: RunCost }

function sampledText(run: SampledRun): string {
  const { funnel, faults } = run
  const steps = funnel.steps.map(({ name, count, rest }) => [
    name,
    String(count),
    rest.map((one) => `${one.count} ${[one.why, one.relation, one.reason].filter(Boolean).join(' ')}`).join(', '),
  ])
  return [
    `${run.pages} pages, ${run.requestsFailed} requests failed, ${run.killed} processes killed`,
    `${run.samples} samples, at ${faults.length} of them something did not add up; at most ${run.inFlightMost} in flight`,
    ...faults.slice(0, faultsShownMax),
    `at rest: ${run.rows} articles in the index, ${run.rowsCounted} counted; ${run.itemsWithDeadLetters} with dead letters, ${funnel.items.dead} counted`,
    '',
    ...steps.map((cells) => cells.join('  ')),
  ].join('\n')
}

function costTable(costs: readonly Named[]): string {
  return textTable(
    ['', 'articles', 'articles/s', 'CPU ms an article', 'Redis CPU ms', 'bytes an item'],
    costs.map(({ name, cost }) => [
      name,
      String(cost.articles),
      cost.articlesPerSecond.toFixed(1),
      cost.cpuMsPerArticle.toFixed(1),
      cost.redisCpuMsPerArticle.toFixed(2),
      String(Math.round(cost.bytesPerItem)),
    ]),
  )
}
