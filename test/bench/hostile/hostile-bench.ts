import type { Bench } from '../bench.ts'
import { showProgress } from '../show-progress.ts'
import { UsageError } from '../usage-error.ts'
import { ExtractionProcess } from './extraction-process.ts'
import { hostilePages } from './hostile-pages.ts'
import { failureOf, hostileTable, type HostileResult } from './hostile-table.ts'
import { hostileUsage, readHostileOptions } from './options.ts'

/** A process that has extracted other pages may hold this much more than one at rest. */
const memoryMbSure = 100

/** Extraction of pages that are made to break it: what the worst of them cost. */
export const hostileBench: Bench = {
  usage: hostileUsage,

  async run(args) {
    const { only, json } = readHostileOptions(args)
    const names = hostilePages.map(([name]) => name).filter((name) => name.includes(only))
    if (names.length === 0) throw new UsageError(`--only ${only}: no hostile page is called so`)
    const results = await measure(names)
    const failures = results.filter((result) => failureOf(result) !== null)
    console.log(`\n${hostileTable(results)}\n\n${results.length} pages, ${failures.length} failed`)
    if (json) console.log(JSON.stringify({ bench: 'hostile', results: Object.fromEntries(results.map(figuresOf)) }))
    if (failures.length > 0) process.exitCode = 1
  },
}

async function measure(names: readonly string[]): Promise<HostileResult[]> {
  const progress = showProgress('hostile', names.length)
  const extraction = new ExtractionProcess()
  const results: HostileResult[] = []
  try {
    for (const name of names) {
      results.push(await measureFairly(extraction, name))
      progress.step()
    }
  } finally {
    extraction.stop()
  }
  return results
}

/** What takes much memory is tried once more in a new process: no page answers for what others left behind. */
async function measureFairly(extraction: ExtractionProcess, name: string): Promise<HostileResult> {
  const first = { name, cost: await extraction.costOf(name) }
  if (typeof first.cost === 'string' || (failureOf(first) === null && first.cost.memoryMb < memoryMbSure)) return first
  extraction.stop()
  return { name, cost: await extraction.costOf(name) }
}

function figuresOf(result: HostileResult) {
  const { name, cost } = result
  return [name, { ...(typeof cost === 'string' ? {} : cost), failure: failureOf(result) }] as const
}
