import { listProcesses, operateWorker } from '@rafid/pipeline'
import type { ProcessRecord } from '@rafid/pipeline'
import type { Context, Hono } from 'hono'
import type { GatewayDeps } from '../api.ts'
import { drawOnce } from '../live/draw-once.ts'
import { LiveState } from '../live/live-state.ts'
import { liveStream } from '../live/live-stream.ts'
import { drainPage } from './drain-page.ts'
import { isOurForm, refuse } from './own-form.ts'
import { ownForms } from './page-headers.ts'
import type { View } from './view.ts'
import { workersPage, workersPart } from './workers-page.ts'

/** The page of the processes, and draining one of them. */
export function workerRoutes(app: Hono, { home, onFailure }: GatewayDeps, look: (context: Context) => View): void {
  const live = new LiveState(
    () => listProcesses(home),
    (error) => onFailure(error, '/workers/events'),
  )
  const draw = drawOnce<readonly ProcessRecord[], View>(workersPart)
  app.get('/workers', async (context) => {
    const view = look(context)
    return context.html(workersPage(view, await listProcesses(home), view.query['drained']))
  })
  app.get('/workers/events', (context) =>
    liveStream(live, { context, draw: (processes) => draw(look(context), processes) }, onFailure),
  )
  app.get('/workers/:id/drain', async (context) => {
    const view = look(context)
    const all = await listProcesses(home)
    const worker = all.find(({ id, stages }) => id === context.req.param('id') && stages.length > 0)
    if (worker === undefined) return refuse(context, view, 'worker.unknown', 404)
    ownForms(context)
    return context.html(drainPage(view, worker, all))
  })
  app.post('/workers/:id/drain', async (context) => {
    const view = look(context)
    if (!isOurForm(context)) return refuse(context, view, 'csrf.invalid', 403)
    const id = context.req.param('id')
    const told = await operateWorker(home, { id, by: 'page' })
    if (told === null) return refuse(context, view, 'worker.unknown', 404)
    return context.redirect(`/workers?drained=${encodeURIComponent(id)}`, 303)
  })
}
