import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../support/run-node.ts'
import { startCollector } from '../support/start-collector.ts'
import type { CollectedSpan, Collector } from '../support/start-collector.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { startPublisher } from '../support/start-publisher.ts'
import type { Publisher } from '../support/start-publisher.ts'
import { until } from '../support/until.ts'

const token = `secret${randomUUID()}`

/** From the poll that finds an article to the index, as producers and consumers of each queue. */
const way = [
  ['publish poll-feed', 'scheduler'],
  ['process poll-feed', 'fetcher'],
  ['publish parse-feed', 'fetcher'],
  ['process parse-feed', 'parser'],
  ['publish fetch-page', 'parser'],
  ['process fetch-page', 'fetcher'],
  ['publish parse-page', 'fetcher'],
  ['process parse-page', 'parser'],
  ['publish deduplicate-article', 'parser'],
  ['process deduplicate-article', 'deduplicator'],
  ['publish index-article', 'deduplicator'],
  ['process index-article', 'indexer'],
] as const

let collector: Collector
let publisher: Publisher
let house: House
beforeAll(async () => {
  collector = await startCollector()
  publisher = await startPublisher({ pages: 3, latencyMs: 0 })
  house = await startHouse({
    allow: [publisher.host],
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: `x-key=${token}`,
      RAFID_TOKEN: token,
    },
  })
  await house.addFeeds([`${publisher.feedUrl}?token=${token}`])
  await until(() => collector.spans.filter(({ name }) => name === 'process index-article').length >= 3, 50)
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await publisher.close()
  await collector.close()
})

/** The spans from the root to one of them. */
function pathTo(span: CollectedSpan): CollectedSpan[] {
  const parent = collector.spans.find(({ spanId }) => spanId === span.parentSpanId)
  return [...(parent === undefined ? [] : pathTo(parent)), span]
}

describe('spans', () => {
  it('follow an article through the queues of all services, each from the one before', async () => {
    const last = collector.spans.find(({ name }) => name === 'process index-article')
    if (last === undefined) throw new Error('nothing was indexed')
    // Processes send every two seconds: the last one may be the first to have told.
    await until(() => pathTo(last).length === way.length, 50)
    const path = pathTo(last)
    expect(path.map(({ name, service }) => [name, service])).toEqual(way)
    expect(new Set(path.map(({ traceId }) => traceId)).size).toBe(1)
    expect(path[0]?.parentSpanId ?? '').toBe('')
  })

  it('are the trace that log lines name', () => {
    const line = house.lines.find((text) => text.includes('"stage":"index-article"'))
    const { traceId } = JSON.parse(line?.slice(line.indexOf('{')) ?? '{}') as { traceId: string }
    expect(collector.spans.map((span) => span.traceId)).toContain(traceId)
  })

  it('say of each end of a queue what the conventions ask for', () => {
    const producer = collector.spans.find(({ name }) => name === 'publish poll-feed')
    expect(producer).toMatchObject({
      kind: 4,
      attributes: {
        'messaging.system': 'bullmq',
        'messaging.destination.name': 'poll-feed',
        'messaging.operation.name': 'publish',
        'messaging.operation.type': 'send',
        'messaging.message.id': expect.any(String),
      },
    })
    const consumer = collector.spans.find(({ name }) => name === 'process fetch-page')
    expect(consumer).toMatchObject({
      kind: 5,
      attributes: { 'messaging.operation.type': 'process', 'rafid.job.outcome': 'fetched' },
    })
    const requests = collector.spans.filter(({ parentSpanId }) => parentSpanId === consumer?.spanId)
    expect(
      requests.find(({ attributes }) => publisher.pageUrls.includes(String(attributes['url.full']))),
    ).toMatchObject({
      name: 'GET',
      kind: 3,
      attributes: { 'server.address': '127.0.0.1', 'http.response.status_code': 200 },
    })
  })

  it('hold no secret', () => {
    expect(collector.bodies.join('\n')).toContain('/feed.xml')
    expect(collector.bodies.join('\n')).not.toContain(token)
    expect(house.lines.join('\n')).not.toContain(token)
  })
})

/** What a process loads of OpenTelemetry beyond its words, until it is ready and has stopped in good order. */
async function loadedBy(env: Record<string, string>): Promise<string[]> {
  const service = runNode('services/parser/main.ts', [], {
    NODE_OPTIONS: `--import=${new URL('../support/tell-modules.mjs', import.meta.url).href}`,
    REDIS_URL: house.redis.url,
    RAFID_PREFIX: 'modules',
    RAFID_DATA_DIR: house.dir,
    ...env,
  })
  await service.line('"ready"')
  service.child.kill('SIGTERM')
  expect(await service.exited).toBe(0)
  expect(service.lines.some((line) => /^loaded .*prom-client/.test(line))).toBe(true)
  return service.lines.filter((line) => /^loaded .*@opentelemetry\/(?:sdk|exporter|otlp)/.test(line))
}

describe('a process', () => {
  it('without a collector loads nothing of the SDK', async () => {
    expect(await loadedBy({})).toEqual([])
  })

  it('whose collector is away works and stops all the same', async () => {
    expect(await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })).not.toEqual([])
  })
})
