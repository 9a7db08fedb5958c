import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterPoll } from './after-poll.ts'
import type { Poll } from './after-poll.ts'
import { newPollingState } from './polling-state.ts'
import type { PollingState } from './polling-state.ts'

const hour = 3_600_000
const limits = { minMs: 300_000, maxMs: 6 * hour }
const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2036, 0, 1) })
const random = fc.double({ min: 0, max: 0.999, noNaN: true })
const ms = fc.option(fc.integer({ min: -1, max: 1e11 }))

const hints = fc.record({
  ttlMinutes: fc.option(fc.integer({ min: 0, max: 100_000 })),
  skipHours: fc.uniqueArray(fc.integer({ min: -1, max: 30 })),
  skipDays: fc.uniqueArray(fc.integer({ min: -1, max: 8 })),
  updateEveryMs: fc.option(fc.integer({ min: 0, max: 1e10 })),
  updateBase: fc.option(fc.date({ noInvalidDate: true })),
})
const time = fc.option(fc.date({ noInvalidDate: true }))
const failure = fc.constantFrom('network' as const, 'server' as const, 'content' as const, 'refused' as const)
const result = fc.oneof(
  fc
    .record({ hints, shown: fc.nat(500), fresh: fc.array(time, { maxLength: 40 }) })
    .map((document) => ({ kind: 'read' as const, document })),
  fc.constant({ kind: 'not-modified' as const }),
  fc.constant({ kind: 'throttled' as const }),
  failure.map((kind) => ({ kind: 'failed' as const, failure: kind })),
)
const poll = fc.record({
  waitMs: fc.integer({ min: 0, max: 3 * 24 * hour }),
  result,
  freshMs: ms,
  retryAfterMs: ms,
  movedTo: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/')),
  full: fc.boolean(),
  lied: fc.boolean(),
  pushLives: fc.boolean(),
  fleetOut: fc.boolean(),
  ownIntervalMs: fc.option(fc.integer({ min: 1, max: 30 * 24 * hour })),
  random,
})
const history = fc.tuple(at, fc.array(poll, { minLength: 1, maxLength: 25 }))

/** Polls a feed with any history; calls `check` after each poll. */
function live(
  [startMs, polls]: [number, readonly (typeof poll extends fc.Arbitrary<infer One> ? One : never)[]],
  check: (seen: { poll: Poll; state: PollingState; waitMs: number }) => void,
): void {
  let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  let nowMs = startMs
  for (const { waitMs, random: chance, fleetOut, ...rest } of polls) {
    nowMs += waitMs
    const given = { at: new Date(nowMs), ...rest, fleetOutSince: fleetOut ? new Date(nowMs - 60_000) : null }
    state = afterPoll(state, given, { random: chance, limits }).state
    check({ poll: given, state, waitMs: state.next.atMs - nowMs })
  }
}

it('is never before the floor or a Retry-After', () => {
  fc.assert(
    fc.property(history, (feed) =>
      live(feed, ({ poll: { retryAfterMs }, waitMs }) => {
        expect(waitMs).toBeGreaterThanOrEqual(limits.minMs)
        expect(waitMs).toBeGreaterThanOrEqual(Math.min(retryAfterMs ?? 0, 24 * hour))
      }),
    ),
  )
})

it('is never after the ceiling, a day where somebody asks for it or the feed fails, three days more where skipDays say so', () => {
  fc.assert(
    fc.property(history, (feed) =>
      live(
        feed,
        ({
          poll: {
            ownIntervalMs,
            retryAfterMs,
            freshMs,
            result: { kind },
          },
          state,
          waitMs,
        }) => {
          const { hints: asked } = state
          const fails = kind === 'failed' || kind === 'throttled'
          const wishes = [ownIntervalMs === null ? asked.ttlMs : 0, freshMs, retryAfterMs, asked.updateEveryMs]
          const isAsked = fails || wishes.some((wish) => (wish ?? 0) > 0)
          const most = Math.max(isAsked ? 24 * hour * 1.05 : limits.maxMs, (ownIntervalMs ?? 0) * 1.05) + 1
          const skips = ownIntervalMs === null && (asked.skipHours !== 0 || asked.skipDays !== 0)
          expect(waitMs).toBeLessThanOrEqual(most + (skips ? 73 * hour : 0))
        },
      ),
    ),
  )
})

it('is never sooner after one more error', () => {
  fc.assert(
    fc.property(at, random, fc.array(failure, { minLength: 2, maxLength: 60 }), (startMs, chance, failures) => {
      let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
      let before = 0
      for (const [index, kind] of failures.entries()) {
        const given = { at: new Date(startMs + index), result: { kind: 'failed', failure: kind } } as const
        state = afterPoll(state, given, { random: chance, limits }).state
        const waitMs = state.next.atMs - startMs - index
        expect(waitMs).toBeGreaterThanOrEqual(before)
        before = waitMs
      }
    }),
  )
})

it('depends on nothing that was not given, and what is remembered is always small and a number', () => {
  fc.assert(
    fc.property(history, (feed) => {
      const run = (): PollingState[] => {
        const states: PollingState[] = []
        live(feed, ({ state }) => states.push(state))
        return states
      }
      const states = run()
      expect(run()).toEqual(states)
      for (const state of states) {
        const text = JSON.stringify(state)
        expect(text.length).toBeLessThan(2_048)
        expect(JSON.parse(text)).toEqual(state)
      }
    }),
    { numRuns: 50 },
  )
})
