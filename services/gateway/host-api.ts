import { hostsReadMax } from '@rafid/catalog'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { GatewayDeps } from './api.ts'
import { readHosts } from './pages/host-state.ts'
import { hostCharsMax } from './pages/hosts-page.ts'

const query = z.object({
  limit: z.coerce.number().int().min(1).max(hostsReadMax).default(100),
  host: z.string().min(1).max(hostCharsMax).toLowerCase().optional(),
})

/** The hosts that are asked: politeness, limits, robots.txt, and what failed. */
export function hostApi(app: Hono, { home }: Pick<GatewayDeps, 'home'>): void {
  app.get('/hosts', async (context) => context.json({ hosts: await readHosts(home, query.parse(context.req.query())) }))
}
