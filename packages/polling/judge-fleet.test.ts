import { describe, expect, it } from 'vitest'
import { afterPoll } from './after-poll.ts'
import { fleetHostsMax, judgeFleet } from './judge-fleet.ts'
import type { HostResult } from './judge-fleet.ts'
import { newPollingState } from './polling-state.ts'
import type { PollingState } from './polling-state.ts'
import { limits, minute, noHints, seeded } from './simulated-feed.ts'

const now = Date.UTC(2026, 0, 5)
const results = (marks: string, everyMs = 1000): HostResult[] =>
  Array.from(marks, (mark, index) => ({ failed: mark === 'x', atMs: now - index * everyMs }))

describe('the network is to blame', () => {
  it.each([
    ['when everybody fails', 'xxxxxxxxxxxxxxxxxxxx', true],
    ['when most fail', 'xxxx.xxxxxx.xxxxxxx.', true],
    ['not when some fail', 'xx.x..x.xx..x.x..x.x', false],
    ['not when a few of few fail', 'xxxx', false],
    ['when all of five fail', 'xxxxx', true],
    ['not when nothing is known', '', false],
  ])('%s', (_name, marks, isOut) => {
    expect(judgeFleet(results(marks), null, now) !== null).toBe(isOut)
  })

  it('since the first of the failures, and only within minutes', () => {
    expect(judgeFleet(results('xxxxxxx'), null, now)).toBe(now - 6000)
    expect(judgeFleet(results('xxxxxxxxxx', 2 * minute), null, now)).toBeNull()
  })

  it('until answers come back', () => {
    expect(judgeFleet(results('xxxxxxxx'), now - minute, now)).toBe(now - minute)
    expect(judgeFleet(results('.xxxxx.x'), now - minute, now)).toBe(now - minute)
    expect(judgeFleet(results('.x.x.xxx'), now - minute, now)).toBeNull()
    expect(judgeFleet([], now - minute, now)).toBe(now - minute)
  })
})

/** A thousand feeds of as many hosts, the newest results of whose hosts are kept as the catalog keeps them. */
function simulateOutage(options: { feeds: number; outFromMs: number; outToMs: number; endMs: number; broken: number }) {
  const random = seeded(7)
  const feeds = Array.from({ length: options.feeds }, (_, host) => ({
    host,
    state: newPollingState({ intervalMs: null, errorsInARow: 0 }),
    dueMs: random() * 30 * minute,
    everyMs: (10 + random() * 600) * minute,
  }))
  let recent: (HostResult & { host: number })[] = []
  let outSinceMs: number | null = null
  for (;;) {
    const feed = feeds.reduce((first, other) => (other.dueMs < first.dueMs ? other : first))
    const nowMs = feed.dueMs
    if (nowMs > options.endMs) return { feeds, outSinceMs }
    const failed = feed.host < options.broken || (nowMs >= options.outFromMs && nowMs < options.outToMs)
    if (!failed || feed.state.errors.inARow === 0) {
      const others = recent.filter((one) => one.host !== feed.host)
      recent = [{ host: feed.host, failed, atMs: nowMs }, ...others].slice(0, fleetHostsMax)
    }
    outSinceMs = judgeFleet(recent, outSinceMs, nowMs)
    const count = Math.floor(nowMs / feed.everyMs) - Math.floor((feed.state.readAtMs ?? 0) / feed.everyMs)
    const document = { hints: noHints, shown: 40, fresh: Array.from({ length: Math.min(count, 40) }, () => null) }
    const fleetOutSince = outSinceMs === null ? null : new Date(outSinceMs)
    const result = failed ? ({ kind: 'failed', failure: 'network' } as const) : ({ kind: 'read', document } as const)
    const after: { state: PollingState } = afterPoll(
      feed.state,
      { at: new Date(nowMs), result, fleetOutSince },
      { random: random(), limits },
    )
    feed.state = after.state
    feed.dueMs = after.state.next.atMs
  }
}

describe('twenty minutes without a network under a thousand feeds', () => {
  const outFromMs = 12 * 60 * minute
  const outToMs = outFromMs + 20 * minute

  it('leave no feed backed off', () => {
    const { feeds, outSinceMs } = simulateOutage({
      feeds: 1000,
      outFromMs,
      outToMs,
      endMs: outToMs + 20 * minute,
      broken: 0,
    })
    expect(outSinceMs).toBeNull()
    expect(feeds.filter(({ state }) => state.errors.inARow > 0 || state.errors.weight > 0)).toEqual([])
    expect(feeds.filter(({ state }) => ['errors', 'outage'].includes(state.next.rule))).toEqual([])
  })

  it('charge nobody while they last but those who failed before', () => {
    const { feeds, outSinceMs } = simulateOutage({
      feeds: 1000,
      outFromMs,
      outToMs,
      endMs: outToMs - minute,
      broken: 20,
    })
    expect(outSinceMs).toBeGreaterThanOrEqual(outFromMs)
    expect(outSinceMs).toBeLessThan(outFromMs + 2 * minute)
    const charged = feeds.filter(({ state }) => state.errors.inARow > 0)
    expect(charged.filter(({ host }) => host < 20)).toHaveLength(20)
    // Those that failed before anybody could know, and have not been polled again.
    expect(charged.length).toBeLessThan(45)
    expect(feeds.filter(({ host, dueMs }) => host >= 20 && dueMs > outToMs + 6 * 60 * minute)).toEqual([])
  })

  it('repeat their polls spread over minutes, not all at once', () => {
    const { feeds } = simulateOutage({ feeds: 1000, outFromMs, outToMs, endMs: outToMs - minute, broken: 0 })
    const due = feeds.filter(({ state }) => state.next.rule === 'outage').map(({ dueMs }) => Math.floor(dueMs / minute))
    expect(due.length).toBeGreaterThan(100)
    const most = Math.max(...new Set(due).values().map((minuteOf) => due.filter((one) => one === minuteOf).length))
    expect(most).toBeLessThan(due.length / 5)
  })
})
