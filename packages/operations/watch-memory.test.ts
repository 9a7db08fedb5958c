import { expect, it } from 'vitest'
import type { Reading } from './stage-flow.ts'
import { flowsNow, remember } from './watch-memory.ts'
import type { WatchMemory } from './watch-memory.ts'

/** One worker that settles so many jobs a second, looked at after so many seconds. */
const reading = (seconds: number, done: number): Reading => {
  const depth = {
    waiting: 7,
    active: 0,
    delayed: 0,
    failed: 0,
    oldestWaitingMs: 1,
    isPaused: false,
    delayedOverdueMs: 0,
  }
  const work = { stage: 'parse-page', concurrency: 1, active: 0, done, retried: 0, dead: 0, deferred: 0 }
  const spent = { busyMs: done * 10, service: [0, done], wait: [], oldestActiveMs: null }
  return {
    atMs: 1_000_000 + seconds * 1_000,
    queues: [{ name: 'parse-page', ...depth }],
    processes: [{ id: 'p', loopBusyMs: done, stages: [{ ...work, ...spent }] }],
  }
}

const watched = (seconds: number, doneAt: (second: number) => number): WatchMemory => {
  let memory: WatchMemory | null = null
  for (let second = 0; second <= seconds; second += 5) memory = remember(memory, reading(second, doneAt(second)))
  if (memory === null) throw new Error('nothing was watched')
  return memory
}

it('tells the flow of the last half minute', () => {
  const memory = watched(600, (second) => (second < 560 ? second * 2 : 560 * 2 + (second - 560) * 8))
  expect(memory.readings.length).toBeLessThanOrEqual(8)
  expect(flowsNow(memory)[0]?.settledPerSecond).toBeCloseTo(8)
})

it('keeps an hour of minutes', () => {
  const memory = watched(2 * 3_600, (second) => second * 3)
  expect(memory.minutes).toHaveLength(60)
  expect(memory.minutes.every(({ stages }) => Math.abs((stages[0]?.settledPerSecond ?? 0) - 3) < 0.01)).toBe(true)
  expect(memory.minutes.at(-1)?.stages[0]).toMatchObject({ stage: 'parse-page', waiting: 7, errorShare: 0 })
})

it('knows no rate from one reading, and takes none twice', () => {
  const once = remember(null, reading(0, 5))
  expect(flowsNow(once)[0]?.waiting).toBe(7)
  expect(remember(once, reading(0, 5))).toEqual(once)
  expect(remember(once, reading(-5, 1))).toEqual(once)
})
