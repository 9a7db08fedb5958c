import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Feeds } from '@rafid/catalog'
import { fetchPage } from '@rafid/contracts'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { DeadLetters, job, Queues, startHeartbeat } from '@rafid/pipeline'
import type { WorkerRecord } from '@rafid/pipeline'
import { openWriter } from '@rafid/search'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort } from '../../infra/dev/free-ports.ts'
import { examineDisk } from '../../services/cli/doctor/examine-disk.ts'
import { examinePipeline } from '../../services/cli/doctor/examine-pipeline.ts'
import { examineRedis } from '../../services/cli/doctor/examine-redis.ts'
import { examineSettings } from '../../services/cli/doctor/examine-settings.ts'
import type { Finding } from '../../services/cli/doctor/finding.ts'
import { makeDeadLetters } from '../support/make-dead-letters.ts'
import { runNode } from '../support/run-node.ts'
import { startRedis } from '../support/start-redis.ts'
import type { RedisServer } from '../support/start-redis.ts'

let server: RedisServer
let redis: Redis
let home: { redis: Redis; prefix: string }
let dir: string
beforeEach(async () => {
  server = await startRedis()
  redis = new Redis(server.url, { maxRetriesPerRequest: null })
  home = { redis, prefix: '{rafid}' }
  dir = mkdtempSync(join(tmpdir(), 'rafid-doctor-'))
  const writer = openWriter(join(dir, 'index.db'))
  await writer.put(sampleArticle(1), original)
  await writer.close()
})
afterEach(async () => {
  redis.disconnect()
  await server.stop()
  rmSync(dir, { recursive: true })
})

const now = (): Date => new Date()
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code)
const pipeline = async (): Promise<Finding[]> => {
  const deadLetters = new DeadLetters(home)
  const findings = await examinePipeline({ home, feeds: new Feeds(home), deadLetters })
  await deadLetters.close()
  return findings
}
const addPage = async (): Promise<void> => {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: '2026-01-01T00:00:00.000Z' }
  await queues.add([job(fetchPage, { url: 'https://a.example/1', feedId: null, entry: null })], trace)
  await queues.close()
}
const worker = (id: string, over: Partial<WorkerRecord> = {}): WorkerRecord => {
  const stages = [{ name: 'fetch-page', concurrency: 4, active: 0 }]
  const about = { service: 'fetcher', host: 'quay', pid: 1, startedAt: '2026-01-01T00:00:00.000Z', healthUrl: null }
  return { id, ...about, stages, version: '1.0.0', ...over }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

async function rafid(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const run = runNode('services/cli/main.ts', ['doctor'], { REDIS_URL: server.url, RAFID_DATA_DIR: dir, ...env })
  return { code: await run.exited, text: run.lines.join('\n') }
}

it('finds nothing amiss with an installation in order', { timeout }, async () => {
  expect(await rafid({})).toEqual({ code: 0, text: 'nothing is amiss' })
})

it('finds that Redis does not answer, and says what to do', { timeout }, async () => {
  const { code, text } = await rafid({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` })
  expect(code).toBe(1)
  expect(text).toMatch(/✗ Redis at .* does not answer/)
  expect(text).toContain('→ start Redis')
})

it('finds a Redis that throws jobs away, keeps nothing over a crash, or is nearly full', async () => {
  expect(await examineRedis(home, now)).toEqual([])
  await redis.config('SET', 'appendonly', 'no')
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await redis.config('SET', 'maxmemory', String(1 << 20))
  expect(codes(await examineRedis(home, now))).toEqual(['redis.evicts', 'redis.no_aof', 'redis.memory'])
})

it('finds clocks that are apart', async () => {
  expect(codes(await examineRedis(home, () => new Date(Date.now() + 60_000)))).toEqual(['clock.skew'])
})

it('finds a stage that nobody works at, and one that is paused', async () => {
  await addPage()
  expect(codes(await pipeline())).toEqual(['stage.no_workers'])
  const queues = new Queues(home)
  await queues.pause('fetch-page')
  await queues.close()
  expect(codes(await pipeline())).toEqual(['stage.paused'])
})

it('finds workers that fell silent, and versions that are mixed', async () => {
  const stops = [startHeartbeat(home, () => worker('a')), startHeartbeat(home, () => worker('b', { version: '0.9.0' }))]
  await expect.poll(async () => codes(await pipeline()), { timeout: 30_000 }).toEqual(['worker.versions'])
  await Promise.all(stops.map((stop) => stop()))
  const silent = startHeartbeat(home, () => worker('c'))
  await expect.poll(async () => redis.zcard('{rafid}:workers:alive'), { timeout: 30_000 }).toBe(1)
  await redis.zincrby('{rafid}:workers:alive', -60_000, 'c')
  expect(codes(await pipeline())).toEqual(['worker.silent'])
  await silent()
})

it('finds feeds that nobody polls, and jobs that died', async () => {
  await new Feeds(home).add({ url: 'https://a.example/rss', title: null, siteUrl: null })
  await redis.zadd(
    '{rafid}:feeds:due',
    Date.now() - 120_000,
    (await redis.zrange('{rafid}:feeds:due', '0', '0'))[0] ?? '',
  )
  await makeDeadLetters(home, ['https://a.example/gone', 'https://a.example/gone2'])
  const findings = await pipeline()
  expect(codes(findings)).toEqual(['schedule.lost', 'dead_letters'])
  expect(findings[1]?.is).toBe('2 jobs of fetch-page of a.example died: http.gone')
})

it('finds an index that is torn or no index at all, and a data folder that is not there', async () => {
  expect(await examineDisk(dir)).toEqual([])
  const database = new DatabaseSync(join(dir, 'index.db'))
  database.exec('DELETE FROM article_data')
  database.close()
  expect(codes(await examineDisk(dir))).toEqual(['index.unsound'])
  writeFileSync(join(dir, 'index.db'), 'not a database, but long enough to look like a file of one'.repeat(100))
  rmSync(join(dir, 'index.db-wal'), { force: true })
  rmSync(join(dir, 'index.db-shm'), { force: true })
  expect(codes(await examineDisk(dir))).toEqual(['index.unsound'])
  expect(codes(await examineDisk(join(dir, 'nowhere')))).toEqual(['data.missing'])
})

it('finds settings that cannot work', async () => {
  expect(await examineSettings({})).toEqual([])
  expect(codes(await examineSettings({ RAFID_PREFIKS: 'x', RAFID_LOG_LEVEL: 'loud' }))).toEqual([
    'settings.wrong',
    'settings.wrong',
  ])
  expect(codes(await examineSettings({ RAFID_HOST: '0.0.0.0' }))).toEqual(['settings.no_token'])
  const proxy = `http://127.0.0.1:${await freePort()}`
  expect(codes(await examineSettings({ RAFID_HTTP_PROXY: proxy }))).toEqual(['proxy.unreachable'])
})
