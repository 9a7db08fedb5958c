import { expect, it } from 'vitest'
import { countDuration } from './durations.ts'
import { searchableBetween, searchableDelay } from './searchable-delay.ts'
import type { Reading } from './stage-flow.ts'
import { remember } from './watch-memory.ts'
import type { WatchMemory } from './watch-memory.ts'

const reading = (seconds: number, processes: Record<string, readonly number[]>): Reading => ({
  atMs: 1_000_000 + seconds * 1_000,
  queues: [],
  processes: Object.entries(processes).map(([id, delays]) => {
    const searchable: number[] = []
    for (const ms of delays) countDuration(searchable, ms)
    return { id, loopBusyMs: 0, stages: [], searchable }
  }),
})

it('tells the delays of the last hour, whichever process indexed the articles and when it started', () => {
  let memory: WatchMemory | null = null
  const delays: number[] = []
  for (let seconds = 0; seconds <= 600; seconds += 5) {
    if (seconds > 0 && seconds % 10 === 0) delays.push(seconds > 590 ? 900_000 : 30_000)
    memory = remember(memory, reading(seconds, seconds < 300 ? { a: delays } : { a: delays, b: [60_000] }))
  }
  if (memory === null) throw new Error('nothing was read')
  const { p50, p95, p99, articles } = searchableDelay(memory)
  expect(articles).toBe(61)
  expect(p50).toBeGreaterThan(24_000)
  expect(p50).toBeLessThan(38_000)
  expect(p95).toBeLessThan(75_000)
  expect(p99).toBeGreaterThan(720_000)
})

it('knows nothing while nothing was indexed, and of a process that does not tell', () => {
  const none = { ...reading(0, {}), processes: [{ id: 'a', loopBusyMs: 0, stages: [] }] }
  expect(searchableBetween(none, none)).toEqual([])
  expect(searchableDelay(remember(null, none))).toEqual({ p50: null, p95: null, p99: null, articles: 0 })
})
