import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advise, findBottleneck } from './advise.ts'
import { sampleFlow } from './sample-flow.ts'

const target = { lagSeconds: 60 }

/** Runs a stage second by second and says after how many the backlog is gone. */
function secondsToDrain(backlog: number, arrivals: number, capacity: number): number | null {
  let waiting = backlog
  for (let second = 0; second < 100_000; second += 1) {
    if (waiting <= 0) return second
    waiting += arrivals - capacity
  }
  return null
}

describe('the advice', () => {
  it('predicts how long a backlog lasts, now and with one worker more', () => {
    const rate = fc.double({ min: 0.1, max: 50, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 20_000 }),
        rate,
        rate,
        fc.integer({ min: 1, max: 8 }),
        (waiting, arrivals, capacity, workers) => {
          const flow = sampleFlow({ waiting, arrivalsPerSecond: arrivals, capacityPerWorker: capacity, workers })
          const told = advise(flow, target)
          for (const [seconds, count] of [
            [told.drainSeconds, workers],
            [told.drainSecondsWithOneMore, workers + 1],
          ] as const) {
            const spare = count * capacity - arrivals
            if (Math.abs(spare) < 0.5) continue
            const seen = secondsToDrain(waiting, arrivals, count * capacity)
            if (seen === null) expect(seconds).toBeNull()
            else expect(Math.abs((seconds ?? Infinity) - seen)).toBeLessThanOrEqual(1 + seen * 0.05)
          }
        },
      ),
    )
  })

  it('asks for as many workers as clear the backlog within the target and then keep up, and for no more', () => {
    const flow = sampleFlow({ waiting: 600, arrivalsPerSecond: 10, capacityPerWorker: 8, workers: 1 })
    const needed = advise(flow, target).workersNeeded ?? 0
    expect(needed).toBe(3)
    expect(advise({ ...flow, workers: needed }, target).drainSeconds).toBeLessThanOrEqual(60)
    expect(advise({ ...flow, workers: needed - 1 }, target).drainSeconds).toBeGreaterThan(60)
    expect(advise(sampleFlow({ arrivalsPerSecond: 10, capacityPerWorker: 8 }), target).workersNeeded).toBe(2)
  })

  it('leaves room for chance: a worker at ninety per cent gets a second one', () => {
    expect(advise(sampleFlow({ arrivalsPerSecond: 9, capacityPerWorker: 10 }), target)).toMatchObject({
      workersNeeded: 2,
      utilisation: 0.9,
      drainSeconds: 0,
    })
  })

  it('says that it does not know what nobody has measured', () => {
    expect(advise(sampleFlow({ waiting: 5, workers: 0 }), target)).toMatchObject({
      workersNeeded: null,
      utilisation: null,
      drainSeconds: null,
      lagSeconds: null,
    })
    expect(advise(sampleFlow(), target)).toMatchObject({ workersNeeded: 1, drainSeconds: 0, lagSeconds: 0 })
  })
})

describe('the bottleneck', () => {
  const slow = { waiting: 900, oldestWaitingMs: 90_000, arrivalsPerSecond: 20, capacityPerWorker: 10 }

  it('is the stage that makes articles wait longest', () => {
    const flows = [
      sampleFlow({
        name: 'fetch-page',
        waiting: 50,
        oldestWaitingMs: 12_000,
        capacityPerWorker: 50,
        arrivalsPerSecond: 1,
      }),
      sampleFlow({ name: 'parse-page', ...slow }),
    ]
    expect(findBottleneck(flows, target)).toMatchObject({ stage: 'parse-page', reason: 'overloaded' })
    expect(findBottleneck(flows.slice(0, 1), target)).toMatchObject({ stage: 'fetch-page', reason: 'backlog' })
  })

  it('is a stage without workers, or one that was paused', () => {
    expect(findBottleneck([sampleFlow({ ...slow, workers: 0 })], target)?.reason).toBe('no-workers')
    expect(findBottleneck([sampleFlow({ ...slow, isPaused: true })], target)?.reason).toBe('paused')
  })

  it('is nowhere while every stage keeps up', () => {
    expect(findBottleneck([sampleFlow({ ...slow, oldestWaitingMs: 2_000 }), sampleFlow()], target)).toBeNull()
  })
})
