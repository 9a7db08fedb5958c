import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Feeds } from '@rafid/catalog'
import { fetchPage } from '@rafid/contracts'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { DeadLetters, job, Queues, startHeartbeat } from '@rafid/pipeline'
import type { WorkerRecord } from '@rafid/pipeline'
import { openIndexReader, openWriter } from '@rafid/search'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort } from '../../infra/dev/free-ports.ts'
import { examineClock } from '../../services/cli/doctor/examine-clock.ts'
import { examineDisk } from '../../services/cli/doctor/examine-disk.ts'
import { examineCluster, examineIndexFile } from '../../services/cli/doctor/examine-index.ts'
import { examinePipeline } from '../../services/cli/doctor/examine-pipeline.ts'
import { examineSettings } from '../../services/cli/doctor/examine-settings.ts'
import type { Finding } from '../../services/cli/doctor/finding.ts'
import { makeDeadLetters } from '../support/make-dead-letters.ts'
import { plantSilentWorker } from '../support/plant-silent-worker.ts'
import { rafidIn } from '../support/run-rafid.ts'
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

const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code)
const pipeline = async (): Promise<Finding[]> => {
  const deadLetters = new DeadLetters(home)
  const findings = await examinePipeline({ home, feeds: new Feeds(home), deadLetters })
  await deadLetters.close()
  return findings
}
/** A page to fetch that has waited for a minute. */
const addPage = async (): Promise<void> => {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: '2026-01-01T00:00:00.000Z' }
  await queues.add([job(fetchPage, { url: 'https://a.example/1', feedId: null, entry: null })], trace)
  await queues.close()
  const [id] = await redis.lrange('{rafid}:fetch-page:wait', 0, 0)
  await redis.hincrby(`{rafid}:fetch-page:${id}`, 'timestamp', -60_000)
}
const worker = (id: string, over: Partial<WorkerRecord> = {}): WorkerRecord => {
  const stages = [{ name: 'fetch-page', concurrency: 4, active: 0 }]
  const about = { service: 'fetcher', host: 'quay', pid: 1, startedAt: '2026-01-01T00:00:00.000Z', healthUrl: null }
  return { id, ...about, stages, version: '1.0.0', ...over }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

const doctor = (env: Record<string, string> = {}) =>
  rafidIn({ REDIS_URL: server.url, RAFID_DATA_DIR: dir, ...env })('doctor')

it('finds nothing amiss with an installation in order', { timeout }, async () => {
  expect(await doctor()).toEqual({ code: 0, text: 'nothing is amiss', errors: '' })
})

it('finds that Redis does not answer, and says what to do', { timeout }, async () => {
  const { code, text } = await doctor({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` })
  expect(code).toBe(1)
  expect(text).toMatch(/✗ Redis at .* does not answer/)
  expect(text).toContain('→ start Redis')
})

it('finds a Redis that throws jobs away, keeps nothing over a crash, or is nearly full', async () => {
  expect(await pipeline()).toEqual([])
  await redis.config('SET', 'appendonly', 'no')
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await redis.config('SET', 'maxmemory', String(1 << 20))
  expect(codes(await pipeline())).toEqual(['redis.memory', 'redis.unsafe', 'redis.unsafe'])
})

it('finds clocks that are apart', async () => {
  expect(await examineClock(home, () => new Date())).toEqual([])
  expect(codes(await examineClock(home, () => new Date(Date.now() + 60_000)))).toEqual(['clock.skew'])
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
  await plantSilentWorker(home, worker('c'))
  expect(codes(await pipeline())).toEqual(['worker.silent'])
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

it('finds an index that is torn or no index at all, and a data folder that is not there or full', async () => {
  const file = join(dir, 'index.db')
  expect(await examineDisk(dir)).toEqual([])
  expect(examineIndexFile(file)).toEqual([])
  const database = new DatabaseSync(file)
  database.exec('DELETE FROM article_data')
  database.close()
  expect(codes(examineIndexFile(file))).toEqual(['index.unsound'])
  writeFileSync(file, 'not a database, but long enough to look like a file of one'.repeat(100))
  rmSync(`${file}-wal`, { force: true })
  rmSync(`${file}-shm`, { force: true })
  expect(codes(examineIndexFile(file))).toEqual(['index.unsound'])
  expect(codes(await examineDisk(join(dir, 'nowhere')))).toEqual(['data.missing'])
  const full = async () => ({ bavail: 1, blocks: 1_000_000, bsize: 4_096 })
  expect(codes(await examineDisk(dir, full))).toEqual(['data.room'])
})

it('finds an index of another release, and leaves it alone', () => {
  const file = join(dir, 'index.db')
  const become = (sql: string): void => {
    const database = new DatabaseSync(file)
    database.exec(sql)
    database.close()
  }
  become(`UPDATE facts SET value = 0 WHERE name = 'analysis'`)
  expect(codes(examineIndexFile(file))).toEqual(['index.outdated'])
  become('PRAGMA user_version = 3')
  expect(codes(examineIndexFile(file))).toEqual(['index.older'])
  expect(codes(examineIndexFile(file))).toEqual(['index.older'])
  become('PRAGMA user_version = 99')
  expect(codes(examineIndexFile(file))).toEqual(['index.newer'])
})

it('finds a cluster of the index that does not answer', async () => {
  const searchUrl = `http://127.0.0.1:${await freePort()}`
  const reader = openIndexReader({ dataDir: dir, prefix: 'rafid', searchUrl })
  expect(codes(await examineCluster(reader))).toEqual(['index.unreachable'])
  await reader.close()
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
