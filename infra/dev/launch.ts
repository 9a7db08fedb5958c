import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadSettings, settings } from '@rafid/config'
import type { SettingName } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { listenForCommands } from './control-socket.ts'
import { Fleet, serviceNames } from './fleet.ts'
import type { ServiceName } from './fleet.ts'
import { freePort, isFree } from './free-ports.ts'
import { importFeeds } from './import-feeds.ts'
import { startOwnRedis } from './own-redis.ts'
import { parseScale } from './parse-scale.ts'
import { readRunning, removeRunning, writeRunning } from './running-file.ts'
import { Screen } from './screen.ts'
import { startDemo } from './start-demo.ts'

export type LaunchOptions = {
  readonly root: string
  readonly feeds: string | undefined
  readonly proxy: string | undefined
  readonly port: number
  readonly dataDir: string
  readonly scale: Partial<Record<ServiceName, number>>
  readonly demo: boolean
  readonly verbose: boolean
}

/** A stop is over within 10 s: what has not stopped after this many milliseconds is killed. */
const stopWithinMs = 8_000

/**
 * Runs the whole house until a signal comes or a service refuses its configuration.
 *
 * @throws ConfigError when something cannot start; whatever had started is stopped before
 */
export async function launch(options: LaunchOptions): Promise<void> {
  const screen = new Screen({ verbose: options.verbose })
  const disposers = new AsyncDisposableStack()
  const ended = Promise.withResolvers<void>()
  const stop = (): void => ended.resolve()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  try {
    await start(options, screen, disposers, ended)
    await ended.promise
    screen.say('stopping')
  } finally {
    await disposers.disposeAsync()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
  screen.say('stopped')
}

async function start(
  options: LaunchOptions,
  screen: Screen,
  disposers: AsyncDisposableStack,
  ended: PromiseWithResolvers<void>,
): Promise<void> {
  const dataDir = await claimFolder(options)
  const redisUrl = process.env['REDIS_URL'] ?? (await ownRedis(options, dataDir, disposers))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    REDIS_URL: redisUrl,
    RAFID_DATA_DIR: dataDir,
    RAFID_PORT: String(options.port),
  }
  if (options.proxy !== undefined) env['RAFID_HTTP_PROXY'] = options.proxy
  let feeds = options.feeds
  if (options.demo) {
    const demo = await startDemo(options.root, env, screen)
    disposers.defer(() => demo.stop())
    feeds = demo.opmlUrl
  }
  loadSettings(Object.keys(settings) as SettingName[], env)

  const fleet = new Fleet({ root: options.root, env, events: screen.events((from) => refuse(from, ended)) })
  disposers.defer(() => fleet.stop(stopWithinMs))
  const control = await listenForCommands((command) => obey(command, fleet))
  disposers.defer(() => control.close())
  const gatewayUrl = `http://127.0.0.1:${options.port}`
  writeRunning(dataDir, { pid: process.pid, redisUrl, gatewayUrl, control: control.path })
  disposers.defer(() => removeRunning(dataDir))

  if (feeds !== undefined) await importFeeds(options.root, feeds, env)
  for (const service of serviceNames) await fleet.scale(service, options.scale[service] ?? 1, stopWithinMs)
  disposers.defer(screen.showProgress())
  await Promise.race([screen.ready('gateway.1'), ended.promise])
  screen.say(`open ${gatewayUrl}`)
}

/** The data folder, unless another Rafid runs from it or the port is taken. */
async function claimFolder({ dataDir, port }: LaunchOptions): Promise<string> {
  const folder = resolve(dataDir)
  const other = readRunning(folder)
  if (other) {
    throw new ConfigError([
      `Rafid already runs from ${folder} (process ${other.pid}, ${other.gatewayUrl}): stop it or give --data.`,
    ])
  }
  if (!(await isFree(port))) throw new ConfigError([`Port ${port} is taken: give another one with --port.`])
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new ConfigError([
      `The folder ${folder} cannot be used (${error instanceof Error ? error.message : String(error)}): give another one with --data.`,
    ])
  }
  return folder
}

async function ownRedis({ root }: LaunchOptions, dataDir: string, disposers: AsyncDisposableStack): Promise<string> {
  const redis = await startOwnRedis({ toolsDir: join(root, '.rafid/redis'), dataDir, port: await freePort() })
  disposers.defer(() => redis.stop())
  return redis.url
}

async function obey(command: string, fleet: Fleet): Promise<unknown> {
  const [verb, argument = ''] = command.split(' ')
  if (verb === 'status') return fleet.status()
  if (verb !== 'scale') throw new Error(`unknown command "${verb}"`)
  for (const [service, count] of Object.entries(parseScale(argument))) {
    await fleet.scale(service as ServiceName, count, stopWithinMs)
  }
  return fleet.status()
}

function refuse(from: string, ended: PromiseWithResolvers<void>): void {
  ended.reject(new ConfigError([`${from} cannot run with this configuration; its own line above says why.`]))
}
