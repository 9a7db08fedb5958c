import type { StageFlow } from './stage-flow.ts'

/** A stage that has nothing to do, but for what is given. */
export function sampleFlow(given: Partial<StageFlow> = {}): StageFlow {
  return {
    name: 'parse-page',
    waiting: 0,
    active: 0,
    delayed: 0,
    failed: 0,
    oldestWaitingMs: null,
    isPaused: false,
    delayedOverdueMs: 0,
    workers: 1,
    slots: 4,
    settledPerSecond: 0,
    arrivalsPerSecond: 0,
    deferredPerSecond: 0,
    errorShare: 0,
    busyShare: 0,
    capacityPerWorker: null,
    serviceMs: { p50: null, p95: null, p99: null },
    waitMs: { p50: null, p95: null, p99: null },
    oldestActiveMs: null,
    ...given,
  }
}
