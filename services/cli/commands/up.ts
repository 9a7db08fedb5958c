import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { settings } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { running } from '../house.ts'
import { print } from '../print.ts'

/** What `npm start` runs. A container holds the services alone and has no such file. */
const launcher = join(import.meta.dirname, '../../../infra/dev/start.ts')

type Options = {
  readonly feeds?: string
  readonly proxy?: string
  readonly port?: string
  readonly data?: string
  readonly scale?: string
  readonly demo: boolean
  readonly verbose?: boolean
}

/** `rafid up`: all that `npm start` does, until Ctrl-C. */
export function upCommand(): Command {
  return new Command('up')
    .description('start everything, as npm start does: Redis, every service and, without feeds, the demo newsroom')
    .option('--feeds <URL or file>', 'an OPML file, or a list of feed addresses, one a line')
    .option('--proxy <URL>', 'fetch everything through this forward proxy')
    .option('--port <number>', 'port of the page and the API')
    .option('--data <folder>', 'where the index and the queues are kept')
    .option('--scale <service=count,…>', 'processes of each service, such as parser=2,fetcher=2')
    .option('--no-demo', 'do not run the demo newsroom')
    .option('--verbose', 'show the line of every job')
    .action(async (options: Options, command: Command) => {
      if (!existsSync(launcher)) {
        throw new ConfigError([
          'This is one container of several: start all with "docker-compose up", or run "npm start" in a checkout.',
        ])
      }
      process.exitCode = await launch(command, options)
    })
}

/** Runs the launcher; a signal to this process is one to it. */
async function launch(command: Command, options: Options): Promise<number> {
  const isJson = command.optsWithGlobals<{ json?: boolean }>().json === true
  const args = ['--disable-warning=ExperimentalWarning', launcher, ...argumentsOf(options)]
  const child = spawn(process.execPath, args, { stdio: ['inherit', isJson ? 'pipe' : 'inherit', 'inherit'] })
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward)
  if (child.stdout !== null) tellWhenOpen(child.stdout, command, options)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward)
  return code ?? 1
}

/** Programs get one object, once everything answers; what the launcher says goes to standard error. */
function tellWhenOpen(output: NodeJS.ReadableStream, command: Command, options: Options): void {
  createInterface({ input: output }).on('line', (line) => {
    console.error(line)
    if (!line.startsWith('rafid: open ')) return
    const dataDir = options.data ?? process.env[settings.dataDir.env] ?? '.rafid/data'
    print(command, running(dataDir), () => [])
  })
}

function argumentsOf({ demo, verbose, ...given }: Options): string[] {
  const values = (['feeds', 'proxy', 'port', 'data', 'scale'] as const).flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [`--${name}`, value]
  })
  return [...values, ...(demo ? [] : ['--no-demo']), ...(verbose === true ? ['--verbose'] : [])]
}
