import type { Queues } from '@rafid/pipeline'
import type { Registry } from 'prom-client'
import { Hono } from 'hono'
import { guard } from './access/guard.ts'
import type { Access } from './access/guard.ts'
import { api } from './api.ts'
import type { GatewayDeps } from './api.ts'
import { exportFeedMetrics } from './export-feed-metrics.ts'
import { exportQueueMetrics } from './export-queue-metrics.ts'
import { exportWatchMetrics } from './export-watch-metrics.ts'
import { feedOutRoutes } from './feeds-out/feed-out-routes.ts'
import { pages } from './pages/pages.ts'
import { rawJobs, rawJobsPath } from './raw-jobs/raw-jobs.ts'
import { webSub } from './websub.ts'
import type { WebSubDeps } from './websub.ts'

type GatewayParts = {
  readonly queues: Pick<Queues, 'queue'>
  readonly registry: Registry
  /** null where no hub can reach us. */
  readonly hubs: WebSubDeps | null
  readonly access?: Access
}

/** Everything the gateway answers beside the probes. */
export function gateway(deps: GatewayDeps & GatewayParts): Hono {
  exportQueueMetrics(deps.registry, deps.home)
  exportFeedMetrics(deps.registry, deps.feeds)
  exportWatchMetrics(deps.registry, deps.home)
  const { access = { token: undefined, isReadingOpen: true } } = deps
  const app = new Hono()
  app.use(guard(access))
  app.route('/api/v1', api(deps))
  if (deps.hubs !== null) app.route('/websub', webSub(deps.hubs))
  app.route('/', feedOutRoutes(deps))
  app.route(rawJobsPath, rawJobs(deps.queues))
  // Last, because they answer whatever is left.
  app.route('/', pages({ ...deps, access }))
  return app
}
