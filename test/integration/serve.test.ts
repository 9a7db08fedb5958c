import { createMetrics } from '@rafid/telemetry'
import { afterEach, expect, it } from 'vitest'
import { serve } from '../../packages/service/serve.ts'

const token = 'a-secret-of-thirty-characters-'

let stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const served = (secret: string | undefined): Promise<string> =>
  serve({
    app: null,
    host: '127.0.0.1',
    port: 0,
    portSetting: 'RAFID_HEALTH_PORT',
    token: secret,
    health: { stopping: false, ready: () => true },
    metrics: createMetrics(),
    onStop: (stop) => void stops.push(stop),
  })

it('answers probes to everybody, and metrics to those who have the token where there is one', async () => {
  const url = await served(token)
  for (const probe of ['/live', '/ready']) expect((await fetch(`${url}${probe}`)).status).toBe(200)
  expect((await fetch(`${url}/metrics`)).status).toBe(401)
  const known = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  expect(known.status).toBe(200)
  expect(await known.text()).toContain('rafid_jobs_total')
  expect((await fetch(`${await served(undefined)}/metrics`)).status).toBe(200)
})
