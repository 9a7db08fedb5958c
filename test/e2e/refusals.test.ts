import { createServer } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../infra/dev/free-ports.ts'
import { runNode } from '../support/run-node.ts'
import { startRedis } from '../support/start-redis.ts'
import type { RedisServer } from '../support/start-redis.ts'

let redis: RedisServer
let dir: string
beforeAll(async () => {
  redis = await startRedis()
  dir = await mkdtemp(join(tmpdir(), 'rafid-refusals-'))
})
afterAll(async () => {
  await redis.stop()
  await rm(dir, { recursive: true })
})

async function refused(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string[] }> {
  const run = runNode(script, args, { REDIS_URL: redis.url, RAFID_DATA_DIR: dir, ...env })
  const code = await run.exited
  return { code, said: run.lines.filter((line) => line.startsWith('rafid')) }
}

async function withTakenPort(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await work(port)
  await new Promise((resolve) => server.close(resolve))
}

describe('a service refuses, with one sentence a problem and exit code 78,', () => {
  it('wrong values, all at once', async () => {
    const { code, said } = await refused('services/parser/main.ts', [], {
      RAFID_CONCURRENCY: '-1',
      RAFID_LOG_LEVEL: 'loud',
    })
    expect(code).toBe(78)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('RAFID_LOG_LEVEL="loud"')
    expect(said[1]).toContain('RAFID_CONCURRENCY="-1"')
  })

  it('to let other machines in without a secret', async () => {
    const { code, said } = await refused('services/gateway/main.ts', [], { RAFID_HOST: '0.0.0.0', RAFID_PORT: '0' })
    expect(code).toBe(78)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('RAFID_HOST=0.0.0.0 lets other machines in: set RAFID_TOKEN')
  })

  it('a misspelt setting', async () => {
    const { code, said } = await refused('services/indexer/main.ts', [], { RAFID_PREFIKS: 'x' })
    expect(code).toBe(78)
    expect(said).toEqual(['rafid indexer: RAFID_PREFIKS is not a setting of Rafid. Did you mean RAFID_PREFIX?'])
  })

  it('overrides of the extraction with a broken selector', async () => {
    const path = join(dir, 'overrides.json')
    await writeFile(path, '{"harbour.example":{"text":".story[","drop":[":nope"]}}')
    const { code, said } = await refused('services/parser/main.ts', [], { RAFID_EXTRACTION_OVERRIDES: path })
    expect(code).toBe(78)
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('harbour.example → text: ".story[" is no CSS selector')
    expect(said[1]).toContain('harbour.example → drop → 0: ":nope" is no CSS selector')
  })

  it('a port that is taken', () =>
    withTakenPort(async (port) => {
      const { code, said } = await refused('services/gateway/main.ts', [], { RAFID_PORT: String(port) })
      expect(code).toBe(78)
      expect(said).toEqual([
        `rafid gateway: Port ${port} of 127.0.0.1 is taken: stop what uses it or set RAFID_PORT to another one.`,
      ])
    }))

  it('a Redis that evicts keys', async () => {
    const evicting = await startRedis({ 'maxmemory-policy': 'allkeys-lru' })
    const { code, said } = await refused('services/fetcher/main.ts', [], { REDIS_URL: evicting.url })
    await evicting.stop()
    expect(code).toBe(78)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('maxmemory-policy allkeys-lru')
  })

  it('a Redis that does not answer', async () => {
    const { code, said } = await refused('services/scheduler/main.ts', [], {
      REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    })
    expect(code).toBe(78)
    expect(said[0]).toContain('does not answer')
  })

  it('an index file that is none', async () => {
    await writeFile(join(dir, 'index.db'), 'this is no database, and long enough to be looked at as one'.repeat(20))
    const { code, said } = await refused('services/indexer/main.ts', [])
    await rm(join(dir, 'index.db'))
    expect(code).toBe(78)
    expect(said[0]).toContain('index.db cannot be opened')
  })
})

describe('the launcher refuses', () => {
  const start = (args: string[], env: Record<string, string> = {}) =>
    refused('infra/dev/start.ts', ['--no-demo', '--data', join(dir, 'data'), ...args], env)

  it('a port that is taken, before anything starts', () =>
    withTakenPort(async (port) => {
      expect(await start(['--port', String(port)])).toEqual({
        code: 78,
        said: [`rafid: Port ${port} is taken: give another one with --port.`],
      })
    }))

  it('a feed file that cannot be read', async () => {
    const { code, said } = await start(['--port', String(await freePort()), '--feeds', join(dir, 'missing.opml')])
    expect(code).toBe(78)
    expect(said[0]).toContain('missing.opml cannot be read')
  })

  it('a feed file that lists no feeds', async () => {
    await writeFile(join(dir, 'photo.opml'), '<html><body>no feeds here</body></html>')
    const { code, said } = await start(['--port', String(await freePort()), '--feeds', join(dir, 'photo.opml')])
    expect(code).toBe(78)
    expect(said[0]).toContain('photo.opml is not a list of feeds')
  })

  it('a service it does not know', async () => {
    const { code, said } = await start(['--scale', 'parsers=2'])
    expect(code).toBe(78)
    expect(said).toEqual([
      'rafid: --scale: there is no service "parsers"; there are gateway, indexer, deduplicator, parser, fetcher, scheduler.',
    ])
  })

  it('a wrong setting of any service', async () => {
    const { code, said } = await start(['--port', String(await freePort())], { RAFID_HOST_GAP_MS: 'slow' })
    expect(code).toBe(78)
    expect(said[0]).toContain('RAFID_HOST_GAP_MS="slow"')
  })
})
