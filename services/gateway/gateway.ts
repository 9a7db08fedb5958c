import type { Registry } from 'prom-client'
import { Hono } from 'hono'
import { api } from './api.ts'
import type { GatewayDeps } from './api.ts'
import { exportFeedMetrics } from './export-feed-metrics.ts'
import { exportQueueMetrics } from './export-queue-metrics.ts'
import { feedOutRoutes } from './feeds-out/feed-out-routes.ts'
import { pages } from './pages/pages.ts'
import { webSub } from './websub.ts'
import type { WebSubDeps } from './websub.ts'

type GatewayParts = {
  readonly registry: Registry
  /** null where no hub can reach us. */
  readonly hubs: WebSubDeps | null
}

/** Everything the gateway answers beside the probes. */
export function gateway(deps: GatewayDeps & GatewayParts): Hono {
  exportQueueMetrics(deps.registry, deps.home)
  exportFeedMetrics(deps.registry, deps.feeds)
  const app = new Hono()
  app.route('/api/v1', api(deps))
  if (deps.hubs !== null) app.route('/websub', webSub(deps.hubs))
  app.route('/', feedOutRoutes(deps))
  // Last, because they answer whatever is left.
  app.route('/', pages(deps))
  return app
}
