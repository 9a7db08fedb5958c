import { expect, it } from 'vitest'
import { findStuck } from './find-stuck.ts'
import type { Surroundings } from './find-stuck.ts'
import { sampleFlow } from './sample-flow.ts'

const calm: Surroundings = {
  processes: [{ id: 'parser-1', loopDelayMs: 12, lastBeatMs: 900 }],
  feedOverdueMs: 0,
  redis: { usedBytes: 10, maxBytes: 100, policy: 'noeviction', appendOnly: true },
}

it('says nothing of a house in order', () => {
  const busy = sampleFlow({
    waiting: 900,
    active: 4,
    oldestWaitingMs: 400_000,
    oldestActiveMs: 900,
    settledPerSecond: 3,
  })
  expect(findStuck([sampleFlow(), busy], calm)).toEqual([])
})

it.each([
  ['stage.no_workers', sampleFlow({ workers: 0, waiting: 1, oldestWaitingMs: 11_000 })],
  ['stage.paused', sampleFlow({ isPaused: true, waiting: 1, oldestWaitingMs: 31_000 })],
  ['stage.hung', sampleFlow({ active: 4, oldestActiveMs: 31_000 })],
  ['stage.worker_lost', sampleFlow({ workers: 0, active: 2 })],
  ['stage.delayed_stuck', sampleFlow({ delayed: 1, delayedOverdueMs: 31_000 })],
  ['stage.failing', sampleFlow({ errorShare: 0.6, settledPerSecond: 2 })],
] as const)('finds %s', (code, flow) => {
  expect(findStuck([sampleFlow({ name: 'index-article' }), flow], calm)).toMatchObject([{ code, about: 'parse-page' }])
})

it('does not take slow jobs for hung ones', () => {
  const slow = sampleFlow({ active: 1, oldestActiveMs: 60_000, serviceMs: { p50: 9_000, p95: 20_000, p99: 25_000 } })
  expect(findStuck([slow], calm)).toEqual([])
})

it.each<[string, Partial<Surroundings>]>([
  ['schedule.lost', { feedOverdueMs: 61_000 }],
  ['worker.blocked', { processes: [{ id: 'parser-1', loopDelayMs: 6_000, lastBeatMs: 0 }] }],
  ['worker.silent', { processes: [{ id: 'parser-1', loopDelayMs: 0, lastBeatMs: 16_000 }] }],
  ['redis.memory', { redis: { ...calm.redis, usedBytes: 81 } }],
  ['redis.unsafe', { redis: { ...calm.redis, policy: 'allkeys-lru' } }],
  ['redis.unsafe', { redis: { ...calm.redis, appendOnly: false } }],
])('finds %s', (code, change) => {
  expect(findStuck([], { ...calm, ...change })).toMatchObject([{ code }])
})
