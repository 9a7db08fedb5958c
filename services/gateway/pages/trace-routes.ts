import { funnelScope } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import type { Context, Hono } from 'hono'
import type { GatewayDeps } from '../api.ts'
import { funnelQuery } from '../funnel-query.ts'
import { funnelFragment, funnelPage } from './funnel-page.ts'
import { tracePage } from './trace-page.ts'
import type { FoundItems } from './trace-page.ts'
import type { View } from './view.ts'

type Deps = Pick<GatewayDeps, 'trace' | 'feeds'>

/** The way of one entry, and what became of those of a day. */
export function traceRoutes(app: Hono, { trace, feeds }: Deps, look: (context: Context) => View): void {
  app.get('/trace', async (context) => {
    const view = look(context)
    const found = await find(trace, view.query['q'] ?? '')
    return context.html(tracePage(view, found), found.kind === 'refused' ? 422 : 200)
  })
  app.get('/funnel', async (context) => {
    const view = look(context)
    const scope = await funnelScope(funnelQuery(view.query), feeds, view.now)
    const state = { scope, funnel: await trace.funnel(scope), feed: await feedOf(feeds, scope.feed) }
    return context.html(view.query['fragment'] === '1' ? funnelFragment(view, state) : funnelPage(view, state))
  })
}

async function find(trace: Deps['trace'], asked: string): Promise<FoundItems> {
  if (asked.trim() === '') return { kind: 'nothing' }
  try {
    return { kind: 'found', asked, items: await trace.find(asked) }
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    return { kind: 'refused', asked, code: error.code }
  }
}

async function feedOf(feeds: Deps['feeds'], id: string | undefined) {
  return id === undefined ? null : feeds.get(id)
}
