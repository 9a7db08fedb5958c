import type { Context, Hono } from 'hono'
import type { GatewayDeps } from '../api.ts'
import { drawOnce } from '../live/draw-once.ts'
import { LiveState } from '../live/live-state.ts'
import { liveStream } from '../live/live-stream.ts'
import { readHosts } from './host-state.ts'
import type { WatchedHost } from './host-state.ts'
import { hostCharsMax, hostsPage, hostsPart } from './hosts-page.ts'
import type { View } from './view.ts'

const hostsShownMax = 100

/** The page of the hosts that are asked. */
export function hostRoutes(app: Hono, { home, onFailure }: GatewayDeps, look: (context: Context) => View): void {
  const live = new LiveState(
    () => readHosts(home, { limit: hostsShownMax }),
    (error) => onFailure(error, '/hosts/events'),
  )
  const draw = drawOnce<readonly WatchedHost[], View>(hostsPart)
  app.get('/hosts', async (context) => {
    const view = look(context)
    const host = view.query['host']?.trim().toLowerCase().slice(0, hostCharsMax)
    const asked = host === undefined || host === '' ? {} : { host }
    return context.html(hostsPage(view, await readHosts(home, { limit: hostsShownMax, ...asked })))
  })
  app.get('/hosts/events', (context) =>
    liveStream(live, { context, draw: (hosts) => draw(look(context), hosts) }, onFailure),
  )
}
