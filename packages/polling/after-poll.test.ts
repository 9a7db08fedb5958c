import { describe, expect, it } from 'vitest'
import type { Poll, PollHints } from './after-poll.ts'
import { also, day, everyMs, hour, limits, minute, simulate, startMs } from './simulated-feed.ts'
import type { Answer, SimulatedPoll } from './simulated-feed.ts'

/** Waits between polls after the first days, when a rhythm has been learnt. */
function waitsOf(polls: readonly SimulatedPoll[], afterDays = 4): number[] {
  const times = polls.map((poll) => poll.atMs).filter((ms) => ms > startMs + afterDays * day)
  return times.slice(1).map((ms, index) => ms - (times[index] ?? 0))
}

const least = (values: readonly number[]) => Math.min(...values)
const most = (values: readonly number[]) => Math.max(...values)

const rarely = 7 * day
const often = 10 * minute
const with304 =
  (asked: Omit<Poll, 'at' | 'result'>): Answer =>
  () => ({ result: { kind: 'not-modified' }, ...asked })
const hinted = (hints: Partial<PollHints>, period = often): Answer => everyMs(period, hints)

describe('in thirty days', () => {
  it.each<[string, Answer, { least?: number; most?: number; rule: string }]>([
    ['the ceiling of a feed that says nothing', everyMs(rarely), { most: limits.maxMs, rule: 'ceiling' }],
    ['the rhythm of a lively one', everyMs(often), { least: 5 * minute, most: 40 * minute, rule: 'rhythm' }],
    ['the floor of a flood', everyMs(10_000), { least: 5 * minute, most: 5.5 * minute, rule: 'floor' }],
    ['ttl', hinted({ ttlMinutes: 60 }), { least: hour, most: 1.05 * hour, rule: 'ttl' }],
    ['a ttl of a week, as far as a day', hinted({ ttlMinutes: 10_080 }), { least: day, most: 1.05 * day, rule: 'ttl' }],
    [
      'max-age on 200',
      also(everyMs(often), { freshMs: 2 * hour }),
      { least: 2 * hour, most: 2.1 * hour, rule: 'fresh' },
    ],
    ['max-age on 304', with304({ freshMs: 8 * hour }), { least: 8 * hour, most: 8.4 * hour, rule: 'fresh' }],
    [
      'the longer of ttl and max-age',
      also(hinted({ ttlMinutes: 90 }), { freshMs: hour }),
      { least: 1.5 * hour, rule: 'ttl' },
    ],
    [
      'a wish that is shorter than the rhythm',
      also(everyMs(rarely), { freshMs: minute }),
      { most: limits.maxMs, rule: 'ceiling' },
    ],
    [
      'sy:updatePeriod',
      hinted({ updateEveryMs: 8 * hour }, 8 * hour),
      { least: 8 * hour, most: 8.4 * hour, rule: 'update-period' },
    ],
    ['a sy:updatePeriod that is not true', hinted({ updateEveryMs: 2 * hour }), { most: 40 * minute, rule: 'rhythm' }],
    [
      'an interval of its own',
      also(hinted({ ttlMinutes: 60 }), { ownIntervalMs: 15 * minute }),
      { least: 14 * minute, most: 16 * minute, rule: 'operator' },
    ],
    [
      'an interval of its own beyond the ceiling',
      also(everyMs(often), { ownIntervalMs: day }),
      { least: 0.9 * day, most: 1.1 * day, rule: 'operator' },
    ],
    [
      'an interval of its own below the floor',
      also(everyMs(often), { ownIntervalMs: 1000 }),
      { least: 5 * minute, most: 5.5 * minute, rule: 'operator' },
    ],
    ['push that lives', with304({ pushLives: true }), { least: 5 * hour, most: limits.maxMs, rule: 'push' }],
    [
      '429 with Retry-After',
      () => ({ result: { kind: 'throttled' }, retryAfterMs: 25 * hour }),
      { least: day, most: 1.05 * day, rule: 'retry-after' },
    ],
    [
      'errors, as far as a day',
      () => ({ result: { kind: 'failed', failure: 'refused' } }),
      { least: 0.9 * day, most: 1.06 * day, rule: 'errors' },
    ],
  ])('%s holds', (_name, answer, { least: atLeast = 0, most: atMost = Number.POSITIVE_INFINITY, rule }) => {
    const polls = simulate(answer)
    const waits = waitsOf(polls)
    expect(least(waits)).toBeGreaterThanOrEqual(atLeast)
    expect(most(waits)).toBeLessThanOrEqual(atMost)
    const rules = polls.slice(-20).map((poll) => poll.state.next.rule)
    expect(rules.filter((name) => name === rule).length, rules.join(' ')).toBeGreaterThan(10)
  })

  it('sy:updateBase names the instants of the updates', () => {
    const updateBase = new Date(startMs - 90 * day + 3 * hour)
    const polls = simulate(hinted({ updateEveryMs: 12 * hour, updateBase }, 12 * hour))
    for (const { atMs } of polls.slice(1)) expect((atMs - startMs - 3 * hour) % (12 * hour)).toBeLessThan(0.7 * hour)
  })

  it('nothing is polled in skipHours and on skipDays, and afterwards feeds do not come all at once', () => {
    const skipHours = [0, 1, 2, 3, 4, 5]
    const skipDays = [0, 6]
    const polls = simulate(hinted({ skipHours, skipDays })).slice(1)
    for (const { atMs } of polls) {
      expect(skipHours).not.toContain(new Date(atMs).getUTCHours())
      expect(skipDays).not.toContain(new Date(atMs).getUTCDay())
    }
    const firsts = polls
      .filter((_, index) => polls[index - 1]?.state.next.rule === 'skip')
      .map(({ atMs }) => atMs % hour)
    expect(firsts.length).toBeGreaterThan(15)
    expect(most(firsts) - least(firsts)).toBeGreaterThan(3 * minute)
  })

  it('skipHours and skipDays that leave nothing are ignored', () => {
    const skipHours = Array.from({ length: 24 }, (_, at) => at)
    expect(most(waitsOf(simulate(hinted({ skipHours }))))).toBeLessThan(hour)
    expect(most(waitsOf(simulate(hinted({ skipDays: [0, 1, 2, 3, 4, 5, 6] }))))).toBeLessThan(hour)
  })

  it('everything together: no wish is broken', () => {
    const answer = also(hinted({ ttlMinutes: 45, skipHours: [2, 3], updateEveryMs: hour }), { freshMs: 50 * minute })
    const polls = simulate(answer)
    expect(least(waitsOf(polls))).toBeGreaterThanOrEqual(50 * minute)
    for (const { atMs } of polls.slice(1)) expect([2, 3]).not.toContain(new Date(atMs).getUTCHours())
  })
})

describe('errors', () => {
  const failed =
    (failure: 'network' | 'server' | 'content' | 'refused'): Answer =>
    () => ({ result: { kind: 'failed', failure } })

  it('weigh by their kind', () => {
    const polls = (['network', 'server', 'refused'] as const).map((kind) => simulate(failed(kind)).length)
    expect(polls).toEqual(polls.toSorted((a, b) => b - a))
    expect(new Set(polls).size).toBe(3)
  })

  it('never end a feed, and are forgotten with the first success', () => {
    let asked = 0
    const polls = simulate(() =>
      (asked += 1) > 20 ? everyMs(often)({ atMs: 0, sinceMs: 0 }) : { result: { kind: 'failed', failure: 'refused' } },
    )
    expect(polls.length).toBeGreaterThan(60)
    expect(polls[20]?.state.errors).toEqual({ inARow: 0, weight: 0, sinceMs: null })
  })

  it('410 ends a feed', () => {
    expect(simulate(() => ({ result: { kind: 'gone' } }))).toHaveLength(1)
  })

  it('a 429 that says no time is waited for longer each time', () => {
    const waits = waitsOf(
      simulate(() => ({ result: { kind: 'throttled' } })),
      0,
    )
    expect(waits.at(-1)).toBeGreaterThan(10 * (waits[0] ?? 0))
  })
})
