import { ConfigError } from '@rafid/errors'
import type { Bench } from './bench.ts'
import { UsageError } from './usage-error.ts'

/** Each with a process to itself: what one loads can halve the speed of another. */
const benches: Readonly<Record<string, { readonly summary: string; load(): Promise<Bench> }>> = {
  dashboard: {
    summary: 'what it costs to watch: throughput with the pages of operators open, commands to Redis',
    load: async () => (await import('./dashboard/dashboard-bench.ts')).dashboardBench,
  },
  dedup: {
    summary: 'copies and stories: which are found and how fast, next to other methods',
    load: async () => (await import('./dedup/dedup-bench.ts')).dedupBench,
  },
  extraction: {
    summary: 'articles from pages: quality and speed, next to other extractors',
    load: async () => (await import('./extraction/extraction-bench.ts')).extractionBench,
  },
  feeds: {
    summary: 'entries from feeds: cases, speed and hostile feeds, next to other readers',
    load: async () => (await import('./feeds/feeds-bench.ts')).feedsBench,
  },
  funnel: {
    summary: 'what became of entries: whether the numbers add up under load and failure; what tracing costs',
    load: async () => (await import('./funnel/funnel-bench.ts')).funnelBench,
  },
  hostile: {
    summary: 'articles from hostile pages: time and memory of the worst',
    load: async () => (await import('./hostile/hostile-bench.ts')).hostileBench,
  },
  polling: {
    summary: 'when feeds are polled: delay and polls beside other rules; memory and CPU of many feeds',
    load: async () => (await import('./polling/polling-bench.ts')).pollingBench,
  },
  search: {
    summary: 'search: what is found next to other engines, and what it takes at size',
    load: async () => (await import('./search/search-bench.ts')).searchBench,
  },
  window: {
    summary: 'the window of recent articles: cost in Redis as it fills, many workers against one',
    load: async () => (await import('./window/window-bench.ts')).windowBench,
  },
}

const exitUsage = 64
const exitConfig = 78

await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h') return show(overview())
  try {
    const known = Object.hasOwn(benches, name) ? benches[name] : undefined
    if (known === undefined) throw new UsageError(`there is no benchmark ${name}; there is: ${names().join(', ')}`)
    const bench = await known.load()
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
