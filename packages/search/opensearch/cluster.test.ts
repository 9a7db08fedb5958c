import { PermanentError, TransientError } from '@rafid/errors'
import { afterEach, describe, expect, it } from 'vitest'
import { openCluster } from './cluster.ts'
import type { Cluster, Write } from './cluster.ts'
import { startScriptedCluster } from './scripted-cluster.ts'
import type { ScriptedCluster } from './scripted-cluster.ts'

let server: ScriptedCluster | null = null
let cluster: Cluster | null = null
afterEach(async () => {
  await cluster?.close()
  await server?.close()
})

async function start(
  script: Parameters<typeof startScriptedCluster>[0],
): Promise<{ cluster: Cluster; asked: () => number }> {
  server = await startScriptedCluster(script)
  const { url, asked } = server
  cluster = openCluster({ url, backoffMs: 1, requestTimeoutMs: 300 })
  return { cluster, asked: () => asked.length }
}

const look = { method: 'GET', path: '/articles/_search' } as const
const write = (id: string): Write => ({ action: 'index', index: 'articles', id, body: { id } })

async function failure(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => null,
    (error: unknown) => error,
  )
}

describe('a request', () => {
  it.each([429, 502, 503, 504])('is repeated while the answer is %i', async (status) => {
    let left = 3
    const { cluster: open, asked } = await start({ answer: () => ((left -= 1) >= 0 ? { status } : null) })
    expect(await open.ask(look)).toMatchObject({ status: 200 })
    expect(asked()).toBe(4)
  })

  it('comes back later when the cluster stays too busy', async () => {
    const { cluster: open, asked } = await start({ answer: () => ({ status: 429, body: { error: 'busy' } }) })
    const error = await failure(open.ask(look))
    expect(error).toBeInstanceOf(TransientError)
    expect(error).toMatchObject({ code: 'search.unavailable' })
    expect(asked()).toBe(5)
  })

  it('that the cluster will never take is told so, with its reason, and not repeated', async () => {
    const reason = { type: 'parsing_exception', reason: 'unknown query [nonsense]' }
    const body = { error: { root_cause: [reason], ...reason }, status: 400 }
    const { cluster: open, asked } = await start({ answer: () => ({ status: 400, body }) })
    const error = await failure(open.ask(look))
    expect(error).toBeInstanceOf(PermanentError)
    expect(error).toMatchObject({ code: 'search.rejected', message: expect.stringContaining('unknown query') })
    expect(asked()).toBe(1)
  })

  it.each([401, 403])('without rights (%i) waits for an operator', async (status) => {
    const { cluster: open, asked } = await start({ answer: () => ({ status }) })
    const error = await failure(open.ask(look))
    expect(error).toBeInstanceOf(TransientError)
    expect(error).toMatchObject({ code: 'search.refused' })
    expect(asked()).toBe(1)
  })

  it('without an answer ends in time', async () => {
    const { cluster: open, asked } = await start({ answer: () => 'hangs' })
    expect(await failure(open.ask(look))).toMatchObject({ code: 'search.unavailable' })
    expect(asked()).toBe(5)
  })

  it('that is answered with something else than JSON comes back later', async () => {
    const { cluster: open } = await start({ answer: () => ({ status: 502 }) })
    expect(await failure(open.ask(look))).toBeInstanceOf(TransientError)
  })

  it('to a cluster that is not there comes back later', async () => {
    const gone = await startScriptedCluster({})
    await gone.close()
    cluster = openCluster({ url: gone.url, backoffMs: 1 })
    const error = await failure(cluster.ask(look))
    expect(error).toBeInstanceOf(TransientError)
    expect(error).toMatchObject({ code: 'search.unavailable' })
  })
})

describe('a bulk', () => {
  it('sends those again that there was no room for, and no others', async () => {
    const tries = new Map<string, number>()
    const item = (_: string, id: string) => {
      tries.set(id, (tries.get(id) ?? 0) + 1)
      return id === 'b' && tries.get(id) !== 3 ? { status: 429, error: { type: 'rejected_execution' } } : null
    }
    const { cluster: open } = await start({ item })
    const written = await open.write(['a', 'b', 'c'].map(write))
    expect(written.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(Object.fromEntries(tries)).toEqual({ a: 1, b: 3, c: 1 })
  })

  it('tells of each item what became of it, and why', async () => {
    const refusals: Record<string, { status: number; error: object }> = {
      b: {
        status: 400,
        error: { type: 'mapper_parsing_exception', reason: 'failed to parse', caused_by: { reason: 'no number' } },
      },
      c: { status: 409, error: { type: 'version_conflict_engine_exception', reason: 'current version is higher' } },
      d: { status: 503, error: { type: 'unavailable_shards_exception', reason: 'primary shard is not active' } },
    }
    const { cluster: open, asked } = await start({ item: (_, id) => refusals[id] ?? null })
    const written = await open.write(['a', 'b', 'c', 'd'].map(write))
    expect(written.map(({ status }) => status)).toEqual([201, 400, 409, 503])
    expect(written[1]?.reason).toBe('mapper_parsing_exception: failed to parse: no number')
    expect(asked()).toBe(5)
  })

  it('of nothing asks nothing', async () => {
    const { cluster: open, asked } = await start({})
    expect(await open.write([])).toEqual([])
    expect(asked()).toBe(0)
  })
})
