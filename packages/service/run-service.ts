import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { ItemTrace } from '@rafid/catalog'
import { lacksToken, loadSettings } from '@rafid/config'
import type { SettingName, SettingsOf } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { connectRedis, runStage, startHeartbeat, watchLoop } from '@rafid/pipeline'
import type { BoundStage, LoopState, QueueHome, RunningStage, WorkerRecord } from '@rafid/pipeline'
import { createLogger, createMetrics, createTracer } from '@rafid/telemetry'
import type { Logger, Metrics, Tracer } from '@rafid/telemetry'
import type { Hono } from 'hono'
import manifest from '../../package.json' with { type: 'json' }
import { serve } from './serve.ts'
import type { Health } from './serve.ts'

/** Settings that every service reads. */
const ownSettings = [
  'redisUrl',
  'prefix',
  'logLevel',
  'host',
  'healthPort',
  'concurrency',
  'depthMax',
  'drainDeadlineMs',
  'lockMs',
  'token',
  'otlpEndpoint',
  'traceRatio',
  'traceDays',
] as const

/** What a service builds upon. */
export type ServiceContext<Name extends SettingName> = {
  readonly settings: SettingsOf<Name | (typeof ownSettings)[number]>
  readonly home: QueueHome
  readonly log: Logger
  readonly metrics: Metrics
  /** null where nobody is told of spans. */
  readonly tracer: Tracer | null
  /** Called in reverse order at the stop, after the stages are drained. */
  onStop(dispose: () => Promise<void> | void): void
}

/** What a service consists of. */
export type ServiceParts = {
  /** The stages it runs and how many jobs of each at once, unless the operator says otherwise. */
  readonly stages?: readonly { readonly stage: BoundStage; readonly concurrency: number }[]
  /** New articles that were made searchable since the start, counted by how long that was after their publication. */
  readonly searchable?: () => readonly number[]
  /** Routes beside `/live`, `/ready` and `/metrics`, and the port for all of them. */
  readonly site?: { readonly app: Hono; readonly port: number; readonly portSetting: string }
}

export type ServiceDefinition<Name extends SettingName> = {
  readonly name: string
  readonly settings: readonly Name[]
  /** For servers: a request fails when Redis has not answered for so long, in milliseconds. Workers wait. */
  readonly redisTimeoutMs?: number
  start(context: ServiceContext<Name>): Promise<ServiceParts> | ServiceParts
}

/** Exit code of `sysexits.h` for a configuration that cannot work. */
export const exitConfig = 78

/** Who is told to drain has no hurry: jobs in hand may take this long before they go back to their queue, in milliseconds. */
const orderedDrainMs = 120_000

/** After this long a stop is over, finished or not, in milliseconds on top of the drain deadline. */
export const stopGraceMs = 4_000

/**
 * The life of a process: settings, adapters, stages, ready; on SIGTERM, SIGINT or the end of its parent everything is
 * disposed of in reverse order. The only reader of `process.env`.
 */
export async function runService<const Name extends SettingName>(definition: ServiceDefinition<Name>): Promise<void> {
  const disposers = new AsyncDisposableStack()
  const health: Health = { stopping: false, ready: () => false }
  try {
    await start(definition, disposers, health)
  } catch (error) {
    // Told to stop in the middle of its start: what it was about to build upon is gone already.
    if (health.stopping) return
    await disposers.disposeAsync()
    if (!(error instanceof ConfigError)) throw error
    for (const problem of error.problems) console.error(`rafid ${definition.name}: ${problem}`)
    process.exit(exitConfig)
  }
}

async function start<const Name extends SettingName>(
  definition: ServiceDefinition<Name>,
  disposers: AsyncDisposableStack,
  health: Health,
): Promise<void> {
  const settings = loadSettings([...ownSettings, ...definition.settings], process.env)
  refuseOpenHost(settings)
  const id = `${definition.name}-${hostname()}-${process.pid}-${randomUUID().slice(0, 4)}`
  const log = createLogger({ service: definition.name, worker: id }, settings.logLevel)
  const metrics = createMetrics()
  // Before anything that takes time: a parent that dies during the start would leave a service that nobody stops.
  const stop = stopOnSignal({ disposers, health, log, deadlineMs: settings.drainDeadlineMs })
  const origin = { service: definition.name, version: manifest.version, instance: id, log }
  const tracer = await createTracer({ ...origin, endpoint: settings.otlpEndpoint, ratio: settings.traceRatio })
  disposers.defer(() => tracer?.close())
  const redis = await connectRedis(settings.redisUrl, log, { commandTimeoutMs: definition.redisTimeoutMs })
  disposers.defer(() => redis.disconnect())
  const home = { redis, prefix: settings.prefix, tracer }
  const onStop = (dispose: () => Promise<void> | void): void => disposers.defer(async () => dispose())
  const parts = await definition.start({ settings, home, log, metrics, tracer, onStop })

  const stages = runStages(parts, { settings, home, log, metrics }, disposers)
  health.ready = () => redis.status === 'ready'
  const site = parts.site ?? { app: null, port: settings.healthPort, portSetting: 'RAFID_HEALTH_PORT' }
  const healthUrl = await serve({ ...site, host: settings.host, token: settings.token, health, metrics, onStop })
  const startedAt = new Date().toISOString()
  const look = watchLoop()
  const about = { id, service: definition.name, host: hostname(), pid: process.pid, startedAt, healthUrl }
  let isDraining = false
  const describeProcess = (): WorkerRecord => ({
    ...about,
    ...processState(look()),
    isDraining,
    stages: stages.map(describe),
    ...(parts.searchable !== undefined && { searchable: [...parts.searchable()] }),
  })
  const onDrain = (): void => {
    isDraining = true
    log.info('draining: an operator wants it')
    void drainAll(stages, orderedDrainMs).then(() => stop('drained'))
  }
  onStop(startHeartbeat(home, describeProcess, onDrain))
  await Promise.all(stages.map((stage) => stage.ready()))
  log.info({ url: healthUrl, stages: stages.map((stage) => stage.name) }, 'ready')
}

/** Whoever reaches a service could stop the pipeline, or read what it says of itself. */
function refuseOpenHost({ host, token }: { readonly host: string; readonly token?: string | undefined }): void {
  if (!lacksToken({ host, token })) return
  throw new ConfigError([
    `RAFID_HOST=${host} lets other machines in: set RAFID_TOKEN to a secret, such as one of "openssl rand -hex 24".`,
  ])
}

function runStages(
  parts: ServiceParts,
  {
    settings,
    ...shared
  }: { settings: SettingsOf<(typeof ownSettings)[number]>; home: QueueHome; log: Logger; metrics: Metrics },
  disposers: AsyncDisposableStack,
): RunningStage[] {
  const { depthMax, lockMs, drainDeadlineMs, traceDays: days } = settings
  const itemTracer = days === 0 ? undefined : new ItemTrace({ ...shared.home, days })
  const common = { ...shared, ...shared.home, depthMax, lockMs, itemTracer }
  const stages = (parts.stages ?? []).map(({ stage, concurrency }) =>
    runStage(stage, { ...common, concurrency: settings.concurrency ?? concurrency }),
  )
  disposers.defer(() => drainAll(stages, drainDeadlineMs))
  return stages
}

async function drainAll(stages: readonly RunningStage[], deadlineMs: number): Promise<void> {
  await Promise.all(stages.map((stage) => stage.drain(deadlineMs)))
}

function describe(running: RunningStage): WorkerRecord['stages'][number] {
  const { stage: name, concurrency, active, ...work } = running.work()
  return { name, concurrency, active, work: { ...work, service: [...work.service], wait: [...work.wait] } }
}

function processState(loop: LoopState): Pick<WorkerRecord, 'version' | 'memoryBytes' | 'loopBusyMs' | 'loopDelayMs'> {
  return { version: manifest.version, memoryBytes: process.memoryUsage.rss(), ...loop }
}

function stopOnSignal({
  disposers,
  health,
  log,
  deadlineMs,
}: {
  disposers: AsyncDisposableStack
  health: Health
  log: Logger
  deadlineMs: number
}): (reason: string) => Promise<void> {
  const stop = async (reason: string): Promise<void> => {
    if (health.stopping) return
    health.stopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), deadlineMs + stopGraceMs).unref()
    await disposers.disposeAsync()
    log.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  const stopAlone = (): void => {
    // Nobody reads what we write any more, and pino would try to write its last line for ever.
    log.level = 'silent'
    void stop('the parent is gone')
  }
  // A parent that was killed cannot send a signal; the channel to it closes all the same.
  process.on('disconnect', stopAlone)
  // It may have been killed before anybody listened; without a channel there is no parent of ours at all.
  if (process.send !== undefined && !process.connected) stopAlone()
  return stop
}
