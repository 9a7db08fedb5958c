import { randomUUID } from 'node:crypto'
import { inTurn, Politeness } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'
import { startHeartbeat } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { makeDeadLetters } from '../support/make-dead-letters.ts'
import { runInTerminal } from '../support/run-in-terminal.ts'
import { runNode } from '../support/run-node.ts'

let redis: Redis
let prefix: string
let home: { redis: Redis; prefix: string }
beforeEach(() => {
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  prefix = `t${randomUUID().slice(0, 8)}`
  home = { redis, prefix: `{${prefix}}` }
})
afterEach(() => redis.disconnect())

async function rafid(...args: string[]): Promise<{ code: number | null; text: string }> {
  const run = runNode('services/cli/main.ts', args, { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix })
  return { code: await run.exited, text: run.lines.join('\n') }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('lists, shows, redrives and drops dead letters, and tells before what it would do', { timeout }, async () => {
  const urls = ['https://a.example/1', 'https://a.example/gone', 'https://b.example/1']
  await makeDeadLetters(home, urls)
  const listed = JSON.parse((await rafid('--json', 'dead', 'list')).text) as {
    total: number
    deadLetters: { id: string; payload: { url: string } }[]
  }
  expect(listed.total).toBe(3)
  const [letter] = listed.deadLetters
  expect((await rafid('dead', 'show', letter?.id ?? '')).text).toContain(letter?.payload.url)
  expect((await rafid('dead', 'redrive', '--host', 'a.example', '--dry-run')).text).toBe(
    '2 dead letters would be queued again\n  fetch-page: 2',
  )
  expect((await rafid('dead', 'redrive', 'fetch-page', '--host', 'a.example', '--code', 'http.status')).text).toContain(
    '1 dead letters queued again',
  )
  expect((await rafid('dead', 'drop', '--code', 'http.gone')).text).toContain('1 dead letters removed')
  const rest = JSON.parse((await rafid('--json', 'dead', 'list')).text) as typeof listed
  expect(rest.deadLetters.map(({ payload }) => payload.url)).toEqual(['https://b.example/1'])
  const audit = (await rafid('audit')).text
  expect(audit).toMatch(/cli {2}dead\.drop +1 +code=http\.gone/)
  expect(audit).not.toContain('dry')
})

it('shows in a terminal how far a redrive is', { timeout }, async () => {
  await makeDeadLetters(home, ['https://a.example/1', 'https://a.example/2'])
  const env = { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix }
  const { screen, code } = await runInTerminal(['dead', 'redrive', '--host', 'a.example'], env)
  expect(code).toBe(0)
  expect(screen).toContain('100 %  2 of 2 dead letters')
  expect(screen).toContain('2 dead letters queued again')
})

it('drops nothing when nobody says what', { timeout }, async () => {
  expect(await rafid('dead', 'drop')).toEqual({ code: 78, text: 'rafid: Say which: a stage, --code, --host or --id.' })
  expect((await rafid('dead', 'show', 'x')).code).toBe(78)
})

it('pauses a stage and lets it go on', { timeout }, async () => {
  expect((await rafid('queues', 'pause', 'parse-page')).text).toBe('parse-page is paused')
  expect((await rafid('queues', 'list')).text).toMatch(/^parse-page .* paused$/m)
  expect((await rafid('queues', 'resume', 'parse-page')).text).toBe('parse-page goes on')
  expect((await rafid('queues', 'list')).text).not.toContain('paused')
  expect((await rafid('queues', 'pause', 'nothing')).code).not.toBe(0)
})

it('tells how politely hosts are asked, and how that goes', { timeout }, async () => {
  const politeness = new Politeness(home)
  const turn = { host: 'quay.example:443', jobKey: 'a', gapMs: 1, timeoutMs: 1_000, address: 'https://quay.example/a' }
  const slowDown = new Deferred('http.throttled', 3_600_000)
  await expect(inTurn(politeness, turn, () => Promise.reject(slowDown))).rejects.toBe(slowDown)
  expect((await rafid('hosts')).text).toMatch(/^quay\.example:443 +address +\S+Z +x2\.0 .* 1 +1 +http\.throttled$/m)
  expect(JSON.parse((await rafid('--json', 'hosts', 'quay.example')).text)).toMatchObject([
    { requests: 1, failures: 1 },
  ])
})

it('lists the processes', { timeout }, async () => {
  const stages = [{ name: 'parse-page', concurrency: 4, active: 3 }]
  const about = {
    id: 'p1',
    service: 'parser',
    host: 'quay',
    pid: 12,
    startedAt: '2026-01-01T00:00:00.000Z',
    healthUrl: null,
  }
  const stop = startHeartbeat(home, () => ({ ...about, stages, memoryBytes: 200 * 2 ** 20, loopDelayMs: 7 }))
  const { text } = await rafid('workers')
  await stop()
  expect(text).toMatch(/^parser +12 +quay .* 3\/4 +200 MiB +7 ms .* parse-page$/m)
})
