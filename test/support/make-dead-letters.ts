import { fetchPage } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import { bind, defineStage, job, Queues, runStage, snapshotQueues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { createLogger, createMetrics } from '@rafid/telemetry'
import { until } from './until.ts'

const refusing = defineStage({
  consumes: fetchPage,
  emits: [],
  outcomes: ['fetched'],
  async handle({ url }) {
    throw new PermanentError(url.includes('gone') ? 'http.gone' : 'http.status', `no page at ${url}`)
  },
})

/** Lets pages be fetched by a worker that refuses them all, so that each is a dead letter. */
export async function makeDeadLetters(home: QueueHome, urls: readonly string[]): Promise<void> {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: '2026-01-01T00:00:00.000Z' }
  await queues.add(
    urls.map((url) => job(fetchPage, { url, feedId: null, entry: null })),
    trace,
  )
  const options = { ...home, concurrency: 4, depthMax: 1_000, log: createLogger({}, 'fatal'), metrics: createMetrics() }
  const running = runStage(bind(refusing, {}), options)
  await until(async () => {
    const [queue] = await snapshotQueues(home, [fetchPage.name])
    return queue?.failed === urls.length
  })
  await running.drain(1_000)
  await queues.close()
}
