import { join } from 'node:path'
import { codeOf, ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { launch } from './launch.ts'
import { parseScale } from './parse-scale.ts'

const exitConfig = 78

const program = new Command('npm start --')
  .description('Runs Rafid on this machine: Redis, every service and, when no feeds are given, a demo newsroom.')
  .option('--feeds <URL or file>', 'an OPML file, or a list of feed addresses, one a line')
  .option('--proxy <URL>', 'fetch everything through this forward proxy')
  .option('--port <number>', 'port of the page and the API', '3700')
  .option('--data <folder>', 'where the index and the queues are kept')
  .option('--scale <service=count,…>', 'processes of each service, such as parser=2,fetcher=2', '')
  .option('--no-demo', 'do not run the demo newsroom')
  .option('--verbose', 'show the line of every job', false)
  .addHelpText('after', '\nEvery setting is in the README. Press Ctrl-C to stop; nothing that was queued is lost.')

program.parse()

try {
  const options = program.opts<{
    feeds?: string
    proxy?: string
    port: string
    data?: string
    scale: string
    demo: boolean
    verbose: boolean
  }>()
  const demo = options.demo && options.feeds === undefined
  const root = join(import.meta.dirname, '../..')
  await launch({
    root,
    feeds: options.feeds,
    proxy: options.proxy,
    port: portOf(options.port),
    // The demo has a folder of its own, so that it never mixes with real feeds.
    dataDir: options.data ?? process.env['RAFID_DATA_DIR'] ?? join(root, '.rafid', demo ? 'demo' : 'data'),
    scale: parseScale(options.scale),
    demo,
    verbose: options.verbose,
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  for (const problem of error.problems) console.error(`rafid: ${problem}`)
  process.exitCode = codeOf(error) === 'config.invalid' ? exitConfig : 1
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new ConfigError([`--port ${text} is not a port: give a number from 1 to 65535.`])
  }
  return port
}
