import { randomUUID } from 'node:crypto'
import { AuditLog, DeadLetters, Queues, startHeartbeat, Watch } from '@rafid/pipeline'
import { operatorApi } from '@rafid/gateway/operator-api.ts'
import type { GatewayDeps } from '@rafid/gateway/api.ts'
import { Feeds, inTurn, Politeness } from '@rafid/catalog'
import { queueNames } from '@rafid/contracts'
import { Hono } from 'hono'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { until } from '../support/until.ts'
import { makeDeadLetters } from '../support/make-dead-letters.ts'

let redis: Redis
let home: { redis: Redis; prefix: string }
let app: Hono
beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  app = new Hono()
  const stores = { feeds: new Feeds(home), deadLetters: new DeadLetters(home), queues: new Queues(home) }
  const reader = { count: async () => ({ articles: 0, originals: 0 }) }
  operatorApi(app, { home, ...stores, reader } as unknown as GatewayDeps)
})
afterEach(() => redis.disconnect())

async function ask(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' }
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await app.request(path, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

it('tells how jobs flow, what each stage needs and what is stuck', async () => {
  expect((await ask('/pipeline')).body).toMatchObject({ flows: [], bottleneck: null, troubles: [], watchedAt: null })
  const queues = new Queues(home)
  await queues.pause('parse-page')
  await queues.close()
  await new Watch({ ...home, queues: queueNames, feedOverdueMs: async () => 120_000 }).look()
  const { body } = await ask('/pipeline')
  expect(body['flows']).toContainEqual(expect.objectContaining({ name: 'parse-page', isPaused: true }))
  expect(body['troubles']).toContainEqual({ code: 'schedule.lost', about: null, extent: 120_000 })
  expect(body['advice']).toHaveLength(queueNames.length)
})

it('groups dead letters, says what a redrive would do, and does it on demand', async () => {
  await makeDeadLetters(home, ['https://a.example/1', 'https://a.example/2', 'https://b.example/gone'])
  const { body } = await ask('/dead-letters')
  expect(body).toMatchObject({ total: 3 })
  expect(body['groups']).toMatchObject([
    { stage: 'fetch-page', code: 'http.status', host: 'a.example', count: 2 },
    { stage: 'fetch-page', code: 'http.gone', host: 'b.example', count: 1 },
  ])
  expect((await ask('/dead-letters?host=b.example')).body['deadLetters']).toMatchObject([{ code: 'http.gone' }])
  const dry = { host: 'a.example', dryRun: true }
  expect((await ask('/dead-letters/redrive', dry)).body).toEqual({
    count: 2,
    byStage: { 'fetch-page': 2 },
    dryRun: true,
  })
  expect((await ask('/dead-letters')).body['total']).toBe(3)
  expect((await ask('/dead-letters/redrive', { host: 'a.example' })).body).toMatchObject({ count: 2, dryRun: false })
  expect((await ask('/dead-letters')).body['total']).toBe(1)
  expect((await ask('/dead-letters/drop', { code: 'http.gone' })).body).toMatchObject({ count: 1 })
  expect((await ask('/audit')).body['entries']).toMatchObject([
    { by: 'api', action: 'dead.drop', about: 'code=http.gone', count: 1 },
    { by: 'api', action: 'dead.redrive', about: 'host=a.example', count: 2 },
  ])
})

it('tells of the hosts that are asked, and has a process drain that takes jobs', async () => {
  const politeness = new Politeness(home)
  const turn = { host: 'quay.example:443', jobKey: 'a', gapMs: 1, timeoutMs: 1_000, address: 'https://quay.example/a' }
  await inTurn(politeness, turn, async () => {})
  expect((await ask('/hosts')).body['hosts']).toMatchObject([{ host: 'quay.example:443', requests: 1, robots: null }])
  expect((await ask('/hosts?host=elsewhere.example')).body).toEqual({ hosts: [] })
  const drained = Promise.withResolvers<void>()
  const about = { service: 'parser', host: 'h', pid: 1, startedAt: new Date().toISOString(), healthUrl: null }
  const worker = { ...about, id: 'p 1', stages: [{ name: 'parse-page', concurrency: 4, active: 0 }] }
  const idle = { ...about, id: 'p2', stages: [] }
  expect((await ask('/workers/p%201/drain', {})).status).toBe(404)
  const stops = [startHeartbeat(home, () => worker, drained.resolve), startHeartbeat(home, () => idle)]
  await until(async () => ((await ask('/workers')).body['workers'] as unknown[]).length === 2)
  expect((await app.request('/workers/p%201/drain', { method: 'POST' })).status).toBe(415)
  expect((await ask('/workers/p2/drain', {})).status).toBe(404)
  expect(await ask('/workers/p%201/drain', {})).toEqual({ status: 202, body: { id: 'p 1', draining: true } })
  await drained.promise
  await Promise.all(stops.map((stop) => stop()))
  expect(await new AuditLog(home).list(10)).toMatchObject([{ by: 'api', action: 'worker.drain', about: 'p 1' }])
  expect(await redis.exists(`${home.prefix}:workers:orders`)).toBe(0)
})

it('pauses a stage and lets it go on, and takes no form of another site', async () => {
  expect((await ask('/stages/parse-page/pause', {})).body).toEqual({ stage: 'parse-page', paused: true })
  expect((await ask('/stages/parse-page/resume', {})).body).toEqual({ stage: 'parse-page', paused: false })
  expect((await ask('/stages/nothing/pause', {})).status).toBe(404)
  expect((await app.request('/stages/parse-page/pause', { method: 'POST' })).status).toBe(415)
  expect(await new AuditLog(home).list(10)).toMatchObject([{ action: 'stage.resume' }, { action: 'stage.pause' }])
})
