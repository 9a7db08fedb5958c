import { parseArgs } from 'node:util'
import { startNewsroom } from './newsroom.ts'

const usage = `Usage: main.ts [--port N] [--interval-ms N] [--help]

Serves invented publishers on 127.0.0.1, each on its own port, and prints one line of JSON when it is ready.

  --port N         port of the index, the publishers take the six after it (default 0: free ports)
  --interval-ms N  publish a new article every N milliseconds (default: never)
  --help           show this text
`

const exitUsage = 64

await main()

async function main(): Promise<void> {
  const settings = settingsFrom(process.argv.slice(2))
  if (settings === 'help') {
    process.stdout.write(usage)
    return
  }
  if (settings === 'wrong') {
    process.stderr.write(usage)
    process.exitCode = exitUsage
    return
  }
  const newsroom = await startNewsroom(settings)
  const { url, opmlUrl: opml } = newsroom
  const feeds = newsroom.publishers.map(({ feedUrl }) => feedUrl)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void newsroom.close())
  process.stdout.write(`${JSON.stringify({ url, opml, feeds, articles: newsroom.articles().length })}\n`)
}

type Settings = { port: number; intervalMs: number | null }

function settingsFrom(args: readonly string[]): Settings | 'help' | 'wrong' {
  const values = parsed(args)
  if (values === undefined) return 'wrong'
  if (values.help === true) return 'help'
  const port = wholeNumber(values.port ?? '0', 0, 65_529)
  const intervalMs = values['interval-ms'] === undefined ? null : wholeNumber(values['interval-ms'], 10, 2 ** 31 - 1)
  return port === undefined || intervalMs === undefined ? 'wrong' : { port, intervalMs }
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      port: { type: 'string' },
      'interval-ms': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`)
    return undefined
  }
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
