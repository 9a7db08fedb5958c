import { serve as listen } from '@hono/node-server'
import { ConfigError } from '@rafid/errors'
import type { Metrics } from '@rafid/telemetry'
import { Hono } from 'hono'
import { bearsToken } from './bears-token.ts'

/** What the probes ask. */
export type Health = { stopping: boolean; ready(): boolean }

/**
 * Serves `/live`, `/ready` and `/metrics`, and the service's own routes.
 *
 * @param options.port 0 takes a free one
 * @param options.portSetting named in the error when the port is taken
 * @returns the address of the server
 * @throws ConfigError when the port cannot be bound
 */
export async function serve(options: {
  app: Hono | null
  host: string
  port: number
  portSetting: string
  health: Health
  metrics: Metrics
  /** Wanted by `/metrics`; undefined where everybody may ask. */
  token: string | undefined
  onStop(dispose: () => Promise<void>): void
}): Promise<string> {
  const { app, host, port, portSetting, onStop } = options
  const probes = probesOf(options)
  if (app) probes.route('/', app)
  const bound = Promise.withResolvers<number>()
  const server = listen({ fetch: probes.fetch, hostname: host, port }, (info) => bound.resolve(info.port))
  server.once('error', (error: NodeJS.ErrnoException) => bound.reject(unbindable(error, host, port, portSetting)))
  const actual = await bound.promise
  onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  })
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`
}

function probesOf({ health, metrics, token }: { health: Health; metrics: Metrics; token: string | undefined }): Hono {
  const app = new Hono()
  app.get('/live', (context) => context.json({ status: 'live' }))
  app.get('/ready', (context) => {
    const ready = !health.stopping && health.ready()
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503)
  })
  app.get('/metrics', async (context) => {
    if (token !== undefined && !bearsToken(context.req.header('authorization'), token)) {
      return context.text('Send the token: Authorization: Bearer …', 401, {
        'www-authenticate': 'Bearer realm="Rafid"',
      })
    }
    return context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
  })
  return app
}

function unbindable(error: NodeJS.ErrnoException, host: string, port: number, portSetting: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new ConfigError([
      `Port ${port} of ${host} is taken: stop what uses it or set ${portSetting} to another one.`,
    ])
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new ConfigError([`${host}:${port} cannot be bound (${error.code}): check RAFID_HOST and ${portSetting}.`])
  }
  return error
}
