import { ConfigError } from '@rafid/errors'
import type { Bench } from './bench.ts'
import { dedupBench } from './dedup/dedup-bench.ts'
import { extractionBench } from './extraction/extraction-bench.ts'
import { feedsBench } from './feeds/feeds-bench.ts'
import { hostileBench } from './hostile/hostile-bench.ts'
import { pollingBench } from './polling/polling-bench.ts'
import { windowBench } from './window/window-bench.ts'
import { UsageError } from './usage-error.ts'

const benches: Readonly<Record<string, Bench>> = {
  dedup: dedupBench,
  extraction: extractionBench,
  feeds: feedsBench,
  hostile: hostileBench,
  polling: pollingBench,
  window: windowBench,
}

const exitUsage = 64
const exitConfig = 78

await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h') return show(overview())
  try {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
    if (bench === undefined) throw new UsageError(`there is no benchmark ${name}; there is: ${names().join(', ')}`)
    if (args.includes('--help') || args.includes('-h')) return show(bench.usage)
    await bench.run(args)
  } catch (error) {
    fail(error)
  }
}

function overview(): string {
  const lines = names().map((name) => `  ${name.padEnd(12)} ${benches[name]?.summary}`)
  return `Usage: npm run bench -- NAME [options]\n\n${lines.join('\n')}\n\nnpm run bench -- NAME --help shows the options of one.\n`
}

function names(): string[] {
  return Object.keys(benches)
}

function show(text: string): void {
  process.stdout.write(text)
}

function fail(error: unknown): void {
  if (error instanceof UsageError) {
    process.stderr.write(`bench: ${error.message}\n`)
    process.exitCode = exitUsage
  } else if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`bench: ${problem}\n`)
    process.exitCode = exitConfig
  } else throw error
}
