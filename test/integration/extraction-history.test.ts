import { randomUUID } from 'node:crypto'
import { watchDrift } from '@rafid/articles'
import { ExtractionHistory } from '@rafid/catalog'
import { extractionWatch } from '@rafid/parser/watch-extraction.ts'
import { createMetrics } from '@rafid/telemetry'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'

let redis: Redis
let prefix: string
beforeEach(() => {
  redis = new Redis(inject('redisUrl'))
  prefix = `{t${randomUUID().slice(0, 8)}}`
})
afterEach(() => redis.disconnect())

const page = { kind: 'article', kindReason: '', textFrom: 'page' } as const
const article = { ...page, text: 'a'.repeat(3_000), confidence: 0.9 }
const menu = { ...page, text: 'a'.repeat(300), confidence: 0.4 }
const missing = { ...article, kind: 'soft-404' } as const
const fetchedAt = '2026-01-10T12:00:00.000Z'

function newWatch() {
  const history = new ExtractionHistory({ redis, prefix })
  const lines: string[] = []
  const metrics = createMetrics()
  const log = {
    warn: (fields: object, message: string) => void lines.push(`warn ${message} ${JSON.stringify(fields)}`),
    info: (fields: object, message: string) => void lines.push(`info ${message} ${JSON.stringify(fields)}`),
  }
  const watch = extractionWatch({ history, log, metrics })
  const read = async (
    count: number,
    extracted: typeof article | typeof missing,
    url = 'https://www.harbour.example/1',
  ) => {
    for (let n = 0; n < count; n += 1) await watch({ url, fetchedAt, extracted })
  }
  return { history, lines, metrics, read }
}

it('tells once that a site drifts, lists it, and takes it off the list when it is as before', async () => {
  const { history, lines, metrics, read } = newWatch()
  await read(50, article)
  await read(30, article, 'https://other.example/1')
  expect(await history.drifting(10)).toEqual([])
  await read(20, menu)
  expect(await history.drifting(10)).toMatchObject([
    { site: 'harbour.example', since: fetchedAt, changes: ['shorter', 'less-sure'], lengthRatio: 0.1 },
  ])
  expect(lines.filter((line) => line.startsWith('warn'))).toHaveLength(1)
  expect(lines[0]).toContain('"site":"harbour.example"')
  expect(await metrics.registry.metrics()).toContain('rafid_extraction_drifts_total{change="shorter"} 1')
  await read(12, article)
  expect(await history.drifting(10)).toEqual([])
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('as-before')
})

it('counts every page although several parsers read one site at once', async () => {
  const parsers = Array.from({ length: 8 }, () => new ExtractionHistory({ redis, prefix }))
  const at = new Date(fetchedAt)
  await Promise.all(
    parsers.map(async (history) => {
      for (let n = 0; n < 5; n += 1) await history.update('harbour.example', (state) => watchDrift(state, article, at))
    }),
  )
  const last = await parsers[0]?.update('harbour.example', (state) => watchDrift(state, article, at))
  expect((last?.state.usual.pages ?? 0) + (last?.state.recent.length ?? 0)).toBe(41)
})

it('forgets a site soon that was seen once, and takes a forgotten one off the list', async () => {
  const { history, read } = newWatch()
  await read(1, article)
  const key = `${prefix}:extraction:harbour.example`
  expect(await redis.ttl(key)).toBeLessThanOrEqual(2 * 86_400)
  await read(59, article)
  expect(await redis.ttl(key)).toBeGreaterThan(89 * 86_400)
  await read(20, missing)
  expect(await history.drifting(10)).toHaveLength(1)
  await redis.del(key)
  expect(await history.drifting(10)).toEqual([])
  expect(await redis.zcard(`${prefix}:extraction-drift`)).toBe(0)
})

it('begins anew where the stored state is of another shape', async () => {
  await redis.hset(`${prefix}:extraction:harbour.example`, { version: '7', state: '{"usual":1}' })
  const { history, read } = newWatch()
  await read(1, article)
  const { state } = (await history.update('harbour.example', (before) => watchDrift(before, null, new Date()))) ?? {}
  expect(state?.recent).toHaveLength(2)
})
