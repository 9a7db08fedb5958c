import { listProcesses, operateWorker } from '@rafid/pipeline'
import type { Hono } from 'hono'
import type { GatewayDeps } from './api.ts'
import { isJson, wrongType } from './json-only.ts'
import { problem } from './problem.ts'

/** The processes, and draining one of them. */
export function workerApi(app: Hono, { home }: Pick<GatewayDeps, 'home'>): void {
  app.get('/workers', async (context) => context.json({ workers: await listProcesses(home) }))
  app.post('/workers/:id/drain', async (context) => {
    // Without a type of its own, a form of another site could send it.
    if (!isJson(context)) return wrongType(context, '{}')
    const id = context.req.param('id')
    const told = await operateWorker(home, { id, by: 'api' })
    if (told === null) {
      return problem(context, 404, 'worker.unknown', 'There is no process of this id, or it takes no jobs at all.')
    }
    return context.json({ id, draining: true }, 202)
  })
}
