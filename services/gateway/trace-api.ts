import { funnelScope } from '@rafid/catalog'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { GatewayDeps } from './api.ts'
import { funnelQuery } from './funnel-query.ts'

/** As much as an address may be long, and its scheme. */
const askedCharsMax = 8_300

const traceQuery = z.object({ q: z.string().min(1).max(askedCharsMax) })

/** The part of the API that tells what became of the entries of feeds. */
export function traceApi(app: Hono, { trace, feeds }: Pick<GatewayDeps, 'trace' | 'feeds'>): void {
  app.get('/trace', async (context) => {
    const { q } = traceQuery.parse(context.req.query())
    return context.json({ items: await trace.find(q) })
  })
  app.get('/funnel', async (context) => {
    const scope = await funnelScope(funnelQuery(context.req.query()), feeds, new Date())
    return context.json({ ...scope, ...(await trace.funnel(scope)) })
  })
}
