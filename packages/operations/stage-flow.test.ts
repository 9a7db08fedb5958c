import { expect, it } from 'vitest'
import type { ProcessWork, QueueDepth, StageWork } from './stage-flow.ts'
import { stageFlows } from './stage-flow.ts'

const queue = (waiting: number, active = 0): QueueDepth => {
  const depth = { waiting, active, delayed: 0, failed: 0, oldestWaitingMs: null, isPaused: false, delayedOverdueMs: 0 }
  return { name: 'parse-page', ...depth }
}
const work = (given: Partial<StageWork>): StageWork => {
  const none = { active: 0, done: 0, retried: 0, dead: 0, deferred: 0, busyMs: 0, service: [], wait: [] }
  return { stage: 'parse-page', concurrency: 4, oldestActiveMs: null, ...none, ...given }
}
const process = (id: string, loopBusyMs: number, ...stages: StageWork[]): ProcessWork => ({ id, loopBusyMs, stages })

it('adds up what all workers of a stage did in the span, and only that', () => {
  const before = {
    atMs: 0,
    queues: [queue(10)],
    processes: [process('a', 500, work({ done: 100, busyMs: 9_000, service: [0, 100] }))],
  }
  const after = {
    atMs: 10_000,
    queues: [queue(30, 2)],
    processes: [
      process('a', 2_500, work({ done: 140, retried: 8, dead: 2, deferred: 30, busyMs: 19_000, service: [0, 150] })),
      process('b', 1_000, work({ done: 20, busyMs: 10_000, service: [0, 20], oldestActiveMs: 300 })),
    ],
  }
  const [flow] = stageFlows(before, after)
  expect(flow).toMatchObject({
    name: 'parse-page',
    workers: 2,
    slots: 8,
    settledPerSecond: 6.2,
    arrivalsPerSecond: 8.4,
    deferredPerSecond: 3,
    busyShare: 0.25,
    oldestActiveMs: 300,
  })
  expect(flow?.errorShare).toBeCloseTo(10 / 70)
})

it('knows which limits a worker: its slots, or its one event loop', () => {
  const at = (atMs: number, done: number, busyMs: number, loopBusyMs: number) => {
    return { atMs, queues: [queue(0)], processes: [process('a', loopBusyMs, work({ done, busyMs }))] }
  }
  // Each job takes a slot for a second and hardly any computing: four a second go through four slots.
  expect(stageFlows(at(0, 0, 0, 0), at(10_000, 10, 10_000, 20))[0]?.capacityPerWorker).toBeCloseTo(4)
  // Each job computes for 400 ms: two and a half a second, however many slots there are.
  expect(stageFlows(at(0, 0, 0, 0), at(10_000, 10, 10_000, 4_000))[0]?.capacityPerWorker).toBeCloseTo(2.5)
  expect(stageFlows(at(0, 5, 0, 0), at(10_000, 5, 0, 100))[0]?.capacityPerWorker).toBeNull()
})

it('shares the event loop of a process between its stages', () => {
  const stages = (done: number, other: number): StageWork[] => [
    work({ done, busyMs: done * 100 }),
    work({ stage: 'parse-feed', done: other, busyMs: other * 300 }),
  ]
  const at = (atMs: number, loopBusyMs: number, ...each: StageWork[]) => {
    return {
      atMs,
      queues: [queue(0), { ...queue(0), name: 'parse-feed' }],
      processes: [process('a', loopBusyMs, ...each)],
    }
  }
  const flows = stageFlows(at(0, 0, ...stages(0, 0)), at(10_000, 4_000, ...stages(10, 10)))
  expect(flows.map((flow) => flow.capacityPerWorker)).toEqual([10, expect.closeTo(3.33, 2)])
})

it('says of a stage that nobody works for that nothing is known', () => {
  const at = (atMs: number, waiting: number) => ({ atMs, queues: [queue(waiting)], processes: [] })
  expect(stageFlows(at(0, 10), at(5_000, 20))).toMatchObject([
    { workers: 0, slots: 0, settledPerSecond: 0, arrivalsPerSecond: 2, busyShare: 0, capacityPerWorker: null },
  ])
})
