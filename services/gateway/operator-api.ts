import { jobs, queueNames } from '@rafid/contracts'
import { advise, findBottleneck, lagTarget } from '@rafid/operations'
import {
  AuditLog,
  groupDeadLetters,
  lastWatched,
  listWorkers,
  operateDeadLetters,
  operateStage,
  snapshotQueues,
} from '@rafid/pipeline'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { GatewayDeps } from './api.ts'
import { hostApi } from './host-api.ts'
import { isJson, wrongType } from './json-only.ts'
import { problem } from './problem.ts'
import { traceApi } from './trace-api.ts'
import { workerApi } from './worker-api.ts'

const deadPageMax = 1_000
const auditPageMax = 1_000
const requestBytesMax = 64 * 1024

const stageName = z.enum(jobs.map((job) => job.name))
const filter = {
  stage: stageName.optional(),
  code: z.string().max(200).optional(),
  host: z.string().max(300).optional(),
  item: z.string().max(200).optional(),
  feed: z.string().max(200).optional(),
}
const order = z.strictObject({ ...filter, id: z.string().max(200).optional(), dryRun: z.boolean().default(false) })

/** The part of the API that is for operators: what the pipeline does, and what they have it do. */
export function operatorApi(app: Hono, deps: GatewayDeps): void {
  pipelineRoutes(app, deps)
  deadLetterRoutes(app, deps)
  stageRoutes(app, deps)
  traceApi(app, deps)
  workerApi(app, deps)
  hostApi(app, deps)
  app.get('/audit', async (context) => {
    const query = z.object({ limit: z.coerce.number().int().min(1).max(auditPageMax).default(100) })
    const { limit } = query.parse(context.req.query())
    return context.json({ entries: await new AuditLog(deps.home).list(limit) })
  })
}

function pipelineRoutes(app: Hono, { home, reader, feeds }: GatewayDeps): void {
  app.get('/pipeline', async (context) => {
    const [queues, workers, feedCount, watched] = await Promise.all([
      snapshotQueues(home, queueNames),
      listWorkers(home),
      feeds.count(),
      lastWatched(home),
    ])
    const flows = watched?.flows ?? []
    return context.json({
      queues,
      workers,
      articles: await reader.count(),
      feeds: feedCount,
      flows,
      advice: flows.map((flow) => advise(flow, lagTarget)),
      bottleneck: findBottleneck(flows, lagTarget),
      troubles: watched?.troubles ?? [],
      searchable: watched?.searchable ?? null,
      watchedAt: watched === null ? null : new Date(watched.atMs).toISOString(),
    })
  })
}

function deadLetterRoutes(app: Hono, deps: GatewayDeps): void {
  const query = z.object({ ...filter, limit: z.coerce.number().int().min(1).max(deadPageMax).default(100) })
  app.get('/dead-letters', async (context) => {
    const { limit, ...meant } = query.parse(context.req.query())
    const letters = await deps.deadLetters.find(queueNames, meant)
    return context.json({
      deadLetters: letters.slice(0, limit),
      total: letters.length,
      groups: groupDeadLetters(letters),
    })
  })
  for (const verb of ['redrive', 'drop'] as const) {
    app.post(`/dead-letters/${verb}`, bodyLimit({ maxSize: requestBytesMax }), async (context) => {
      if (!isJson(context)) return wrongType(context, '{"stage": "parse-page", "dryRun": true}')
      const { dryRun, ...meant } = order.parse(await context.req.json())
      const outcome = await operateDeadLetters(deps, { verb, filter: meant, dryRun, by: 'api' })
      return context.json({ ...outcome, dryRun })
    })
  }
}

function stageRoutes(app: Hono, deps: GatewayDeps): void {
  for (const verb of ['pause', 'resume'] as const) {
    app.post(`/stages/:stage/${verb}`, async (context) => {
      const stage = stageName.safeParse(context.req.param('stage'))
      if (!stage.success) return unknownStage(context)
      // Without a type of its own, a form of another site could send it.
      if (!isJson(context)) return wrongType(context, '{}')
      await operateStage(deps, { verb, stage: stage.data, by: 'api' })
      return context.json({ stage: stage.data, paused: verb === 'pause' })
    })
  }
}

function unknownStage(context: Context): Response {
  return problem(context, 404, 'stage.unknown', `There is no such stage: take one of ${queueNames.join(', ')}.`)
}
