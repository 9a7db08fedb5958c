import { jobs, queueNames } from '@rafid/contracts'
import { AuditLog, groupDeadLetters, operateDeadLetters, operateStage } from '@rafid/pipeline'
import type { DeadLetterFilter } from '@rafid/pipeline'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { GatewayDeps } from '../api.ts'
import { drawOnce } from '../live/draw-once.ts'
import { LiveState } from '../live/live-state.ts'
import { liveStream } from '../live/live-stream.ts'
import { auditPage } from './audit-page.ts'
import { deadLettersPage } from './dead-letters-page.ts'
import { hostRoutes } from './host-routes.ts'
import { formOf, isOurForm, refuse } from './own-form.ts'
import { ownForms } from './page-headers.ts'
import { pipelineReader } from './pipeline-live.ts'
import { pipelinePage, pipelinePart } from './pipeline-page.ts'
import { readPipeline } from './pipeline-state.ts'
import { traceRoutes } from './trace-routes.ts'
import type { PipelineState } from './pipeline-state.ts'
import type { View } from './view.ts'
import { workerRoutes } from './worker-routes.ts'

const formBytesMax = 64 * 1024
const lettersShownMax = 50
const auditShownMax = 200

const stageName = z.enum(jobs.map((job) => job.name))
const given = z
  .string()
  .max(300)
  .transform((value) => (value === '' ? undefined : value))
  .optional()
const filterOf = z.object({
  stage: stageName.optional(),
  code: given,
  host: given,
  id: given,
  item: given,
  feed: given,
})
const doneOf = z.object({ done: z.enum(['redrive', 'drop']), count: z.coerce.number().int().min(0) })

/** The operators' pages: the pipeline, its dead letters, and what was done to them. */
export function operatorRoutes(app: Hono, deps: GatewayDeps, look: (context: Context) => View): void {
  pipelineRoutes(app, deps, look)
  workerRoutes(app, deps, look)
  hostRoutes(app, deps, look)
  app.get('/audit', async (context) => {
    return context.html(auditPage(look(context), await new AuditLog(deps.home).list(auditShownMax)))
  })
  const limit = bodyLimit({
    maxSize: formBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  for (const verb of ['pause', 'resume'] as const) {
    app.post(`/stages/:stage/${verb}`, limit, async (context) => {
      const view = look(context)
      if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
      const stage = stageName.safeParse(context.req.param('stage'))
      if (!stage.success) return refuse(context, view, 'page.unknown', 404)
      await operateStage(deps, { verb, stage: stage.data, by: 'page' })
      return context.redirect('/pipeline', 303)
    })
  }
  deadLetterRoutes(app, deps, { look, limit })
  traceRoutes(app, deps, look)
}

function pipelineRoutes(app: Hono, deps: GatewayDeps, look: (context: Context) => View): void {
  const live = new LiveState(pipelineReader(deps), (error) => deps.onFailure(error, '/pipeline/events'))
  const draw = drawOnce<PipelineState, View>(pipelinePart)
  app.get('/pipeline', async (context) => {
    ownForms(context)
    return context.html(pipelinePage(look(context), await readPipeline(deps)))
  })
  app.get('/pipeline/events', (context) =>
    liveStream(live, { context, draw: (state) => draw(look(context), state) }, deps.onFailure),
  )
}

type Parts = { readonly look: (context: Context) => View; readonly limit: ReturnType<typeof bodyLimit> }

function deadLetterRoutes(app: Hono, deps: GatewayDeps, { look, limit }: Parts): void {
  app.get('/dead-letters', async (context) => {
    const view = look(context)
    const filter = filterOf.parse(view.query)
    const letters = await deps.deadLetters.find(queueNames, filter)
    ownForms(context)
    const done = doneOf.safeParse(view.query)
    const state = { filter, groups: groupDeadLetters(letters), total: letters.length }
    return context.html(
      deadLettersPage(view, {
        ...state,
        letters: letters.slice(0, lettersShownMax),
        done: done.success ? { verb: done.data.done, count: done.data.count } : null,
      }),
    )
  })
  for (const verb of ['redrive', 'drop'] as const) {
    app.post(`/dead-letters/${verb}`, limit, async (context) => {
      if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
      const filter: DeadLetterFilter = filterOf.parse(await formOf(context))
      const { count } = await operateDeadLetters(deps, { verb, filter, dryRun: false, by: 'page' })
      return context.redirect(`/dead-letters?done=${verb}&count=${count}`, 303)
    })
  }
}
