import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Feeds } from '@rafid/catalog'
import { fetchPage } from '@rafid/contracts'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { job, Queues } from '@rafid/pipeline'
import { openWriter } from '@rafid/search'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { examineDisk } from '../../services/cli/doctor/examine-disk.ts'
import { plantSilentWorker } from '../support/plant-silent-worker.ts'
import { rafidIn } from '../support/run-rafid.ts'
import type { Answer } from '../support/run-rafid.ts'
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
  chmodSync(dir, 0o700)
  rmSync(dir, { recursive: true })
})

const env = (): Record<string, string> => ({ REDIS_URL: server.url, RAFID_DATA_DIR: dir })

type Finding = { readonly code: string; readonly is: string; readonly fix: string }

/** What the command says of the installation as it is. */
async function findings(answer: Answer): Promise<Finding[]> {
  expect(answer.code).toBe(1)
  return (JSON.parse(answer.text) as { findings: Finding[] }).findings
}
const doctor = async (changed: Record<string, string> = {}): Promise<Finding[]> =>
  findings(await rafidIn({ ...env(), ...changed })('doctor', '--json'))

/** A page to fetch that has waited for a minute. */
async function addOldPage(): Promise<string> {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: '2026-01-01T00:00:00.000Z' }
  await queues.add([job(fetchPage, { url: 'https://a.example/1', feedId: null, entry: null })], trace)
  await queues.close()
  const [id = ''] = await redis.lrange('{rafid}:fetch-page:wait', 0, 0)
  await redis.hincrby(`{rafid}:fetch-page:${id}`, 'timestamp', -60_000)
  return id
}

/** Runs the command through another one that takes rights or room away. */
function doctorWithin(command: string, args: readonly string[]): Answer {
  const script = join(import.meta.dirname, '../../services/cli/main.ts')
  const line = [process.execPath, '--disable-warning=ExperimentalWarning', script, 'doctor', '--json']
  const run = spawnSync(command, [...args, ...line], { env: { ...process.env, ...env() }, encoding: 'utf8' })
  return { code: run.status, text: run.stdout, errors: run.stderr }
}

it('1: Redis evicts what is queued', async () => {
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  expect(await doctor()).toEqual([
    {
      code: 'redis.unsafe',
      is: 'Redis runs with maxmemory-policy allkeys-lru and loses queued jobs, when it is full or when it stops',
      fix: 'redis-cli CONFIG SET maxmemory-policy noeviction, and the same in its configuration file',
    },
  ])
})

it('2: Redis keeps no append-only file', async () => {
  await redis.config('SET', 'appendonly', 'no')
  expect(await doctor()).toMatchObject([
    { code: 'redis.unsafe', fix: expect.stringContaining('CONFIG SET appendonly yes') },
  ])
})

it('3: Redis is near the limit of its memory', async () => {
  const used = Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1])
  await redis.config('SET', 'maxmemory', String(Math.round(used * 1.1)))
  expect(await doctor()).toMatchObject([{ code: 'redis.memory', fix: expect.stringContaining('raise maxmemory') }])
})

it('4: Redis does not answer', async () => {
  redis.disconnect()
  await server.kill()
  expect(await doctor()).toMatchObject([{ code: 'redis.unusable', fix: expect.stringContaining('start Redis') }])
})

it('5: nobody works at a stage whose jobs wait', async () => {
  await addOldPage()
  expect(await doctor()).toMatchObject([
    {
      code: 'stage.no_workers',
      is: expect.stringMatching(/^1 jobs of fetch-page have nobody who works at them, the oldest for 1m/),
      fix: expect.stringContaining('start a process'),
    },
  ])
})

it('6: a stage was paused and its jobs wait', async () => {
  await addOldPage()
  const queues = new Queues(home)
  await queues.pause('fetch-page')
  await queues.close()
  expect(await doctor()).toMatchObject([
    { code: 'stage.paused', fix: expect.stringContaining('rafid queues resume fetch-page') },
  ])
})

it('7: delayed jobs are due and do not move', async () => {
  const id = await addOldPage()
  await redis.lrem('{rafid}:fetch-page:wait', 1, id)
  await redis.zadd('{rafid}:fetch-page:delayed', (Date.now() - 90_000) * 0x1000, id)
  expect(await doctor()).toMatchObject([
    {
      code: 'stage.delayed_stuck',
      is: expect.stringContaining('overdue by 1m'),
      fix: expect.stringContaining('workers move delayed jobs'),
    },
  ])
})

it('8: a worker has died', async () => {
  const about = { id: 'p1', service: 'fetcher', host: 'quay', pid: 7, startedAt: '2026-01-01T00:00:00.000Z' }
  await plantSilentWorker(home, { ...about, healthUrl: null, stages: [] })
  expect(await doctor()).toMatchObject([
    {
      code: 'worker.silent',
      is: expect.stringContaining('fetcher 7 on quay has not been heard of for 1m'),
      fix: expect.stringContaining('restart it'),
    },
  ])
})

it('9: the scheduler is gone', async () => {
  const { id } = await new Feeds(home).add({ url: 'https://a.example/rss', title: null, siteUrl: null })
  await redis.zadd('{rafid}:feeds:due', Date.now() - 120_000, id)
  expect(await doctor()).toMatchObject([{ code: 'schedule.lost', fix: 'start the scheduler' }])
})

it('10: the index is of another release', async () => {
  const database = new DatabaseSync(join(dir, 'index.db'))
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(await doctor()).toMatchObject([{ code: 'index.newer', fix: expect.stringContaining('upgrade Rafid') }])
})

it('11: the data folder cannot be written', async () => {
  chmodSync(dir, 0o500)
  // Root may write everywhere unless the right to do so is taken away.
  const isRoot = process.getuid?.() === 0
  const answer = isRoot
    ? doctorWithin('setpriv', ['--bounding-set=-dac_override,-dac_read_search', '--'])
    : doctorWithin('env', [])
  expect(await findings(answer)).toMatchObject([
    { code: 'data.rights', is: expect.stringContaining(dir), fix: expect.stringContaining('chown') },
  ])
})

/** Whether this user may have a small disk of its own for one command; not every container allows that. */
const smallDisk = ['--user', '--map-root-user', '--mount', 'sh', '-c']
const mount = 'mount -t tmpfs -o size=8m rafid "$0" && exec "$@"'
const canMount = spawnSync('unshare', [...smallDisk, 'mount -t tmpfs -o size=8m rafid /mnt']).status === 0

it('12: the disk is full', async () => {
  rmSync(dir, { recursive: true })
  mkdirSync(dir)
  // Where nobody may mount a disk, one that says it is full stands in for it.
  const full = async () => ({ bavail: 2_048, blocks: 2_048_000, bsize: 4_096 })
  const found = canMount
    ? await findings(doctorWithin('unshare', [...smallDisk, mount, dir]))
    : await examineDisk(dir, full)
  expect(found).toMatchObject([
    {
      code: 'data.room',
      is: expect.stringMatching(/has 8 MiB left/),
      fix: expect.stringContaining('RAFID_KEEP_DAYS'),
    },
  ])
})

it('13: a setting is mistyped', async () => {
  expect(await doctor({ RAFID_PROT: '1' })).toMatchObject([
    { code: 'settings.wrong', is: expect.stringContaining('Did you mean RAFID_PORT?') },
  ])
})
