import { randomUUID } from 'node:crypto'
import { Feeds } from '@rafid/catalog'
import { pollFeed, queueNames } from '@rafid/contracts'
import { pipelineReader } from '@rafid/gateway/pages/pipeline-live.ts'
import { readHosts } from '@rafid/gateway/pages/host-state.ts'
import type { GatewayDeps } from '@rafid/gateway/api.ts'
import { LiveState } from '@rafid/gateway/live/live-state.ts'
import { DeadLetters, job, listProcesses, Queues, Watch } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { countCommands } from '../support/count-commands.ts'
import type { CommandCounter } from '../support/count-commands.ts'
import { startRedis } from '../support/start-redis.ts'

let home: QueueHome
let counter: CommandCounter
let deps: GatewayDeps
let stack: AsyncDisposableStack
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  // A server that no other test speaks to at the same time.
  const server = await startRedis()
  stack.defer(() => server.stop())
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  stack.defer(() => redis.disconnect())
  counter = await countCommands(server.url)
  stack.defer(() => counter.close())
  home = { redis, prefix: '{t}' }
  const deadLetters = new DeadLetters(home)
  stack.defer(() => deadLetters.close())
  const reader = { count: async () => ({ articles: 0, originals: 0 }) }
  deps = { home, feeds: new Feeds(home), deadLetters, reader } as unknown as GatewayDeps
})
afterEach(() => stack.disposeAsync())

async function addJobs(count: number): Promise<void> {
  const queues = new Queues(home)
  const trace = { traceId: 'a'.repeat(32), startedAt: new Date().toISOString() }
  await queues.add(
    Array.from({ length: count }, () => job(pollFeed, { feedId: `f${randomUUID()}` })),
    trace,
  )
  await queues.close()
}

/** Commands of one look while so many look on. */
async function costOfLook<State>(read: () => Promise<State>, followers: number): Promise<number> {
  const live = new LiveState(read, (error) => {
    throw error
  })
  const { signal } = new AbortController()
  const following = Array.from({ length: followers }, () => live.follow(signal))
  const told = following.map((one) => one.next())
  const cost = await counter.during(async () => {
    await live.look()
    expect((await Promise.all(told)).map(({ value }) => value?.kind)).toEqual(told.map(() => 'state'))
  })
  await Promise.all(following.map((one) => one.return(undefined)))
  expect(live.followers).toBe(0)
  return cost
}

it('asks Redis as much for the pipeline whether ten or ten thousand jobs wait, and one or twenty look on', async () => {
  const watch = new Watch({ ...home, queues: queueNames, feedOverdueMs: async () => 0 })
  const costs: number[] = []
  for (const jobs of [10, 9_990]) {
    await addJobs(jobs)
    await watch.look()
    for (const followers of [1, 20]) {
      const read = pipelineReader(deps)
      const first = await costOfLook(read, followers)
      const next = await costOfLook(read, followers)
      expect((await read()).queues.find(({ name }) => name === 'poll-feed')?.waiting).toBeGreaterThanOrEqual(jobs)
      costs.push(first, next)
    }
  }
  // When somebody has looked since: the depths, when that was, what was seen, and how many feeds there are; else two.
  expect(costs).toEqual([4, 2, 4, 2, 4, 2, 4, 2])
})

it('asks Redis as much for workers and hosts whether one or twenty look on', async () => {
  // The first call of a script brings it along.
  await readHosts(home, { limit: 100 })
  for (const followers of [1, 20]) {
    expect(await costOfLook(() => listProcesses(home), followers)).toBe(1)
    expect(await costOfLook(() => readHosts(home, { limit: 100 }), followers)).toBe(1)
  }
})

it('reads dead letters only when their number has changed', async () => {
  await new Watch({ ...home, queues: queueNames, feedOverdueMs: async () => 0 }).look()
  const read = pipelineReader(deps)
  await read()
  await home.redis.zadd('{t}:poll-feed:failed', 1, '1')
  expect(await costOfLook(read, 20)).toBeGreaterThan(2)
  expect(await costOfLook(read, 20)).toBe(2)
})
