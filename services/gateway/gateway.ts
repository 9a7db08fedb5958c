import type { Registry } from 'prom-client'
import { Hono } from 'hono'
import { api } from './api.ts'
import type { GatewayDeps } from './api.ts'
import { exportFeedMetrics } from './export-feed-metrics.ts'
import { exportQueueMetrics } from './export-queue-metrics.ts'
import { pages } from './pages/pages.ts'

/** Everything the gateway answers beside the probes. */
export function gateway(deps: GatewayDeps & { readonly registry: Registry }): Hono {
  exportQueueMetrics(deps.registry, deps.home)
  exportFeedMetrics(deps.registry, deps.feeds)
  const app = new Hono()
  app.route('/api/v1', api(deps))
  // Last, because they answer whatever is left.
  app.route('/', pages(deps))
  return app
}
