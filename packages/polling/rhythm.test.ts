import { describe, expect, it } from 'vitest'
import { also, day, everyMs, hour, minute, noHints, simulate, simulateFeed, startMs } from './simulated-feed.ts'
import type { Answer } from './simulated-feed.ts'

const often = 10 * minute

describe('the rhythm', () => {
  const officeHours: Answer = (asked) => {
    const answer = everyMs(10 * minute)(asked)
    if (answer.result.kind !== 'read') return answer
    const fresh = answer.result.document.fresh.filter((at) => {
      const [hourOfDay = 0, dayOfWeek = 0] = [at?.getUTCHours(), at?.getUTCDay()]
      return hourOfDay >= 8 && hourOfDay < 18 && dayOfWeek > 0 && dayOfWeek < 6
    })
    return { result: { kind: 'read', document: { ...answer.result.document, fresh } } }
  }

  it('is that of the hour and of the weekday', () => {
    const polls = simulate(officeHours).filter(({ atMs }) => atMs > startMs + 21 * day)
    const busy = (ms: number) => new Date(ms).getUTCHours() >= 9 && new Date(ms).getUTCHours() < 17
    const weekend = (ms: number) => [0, 6].includes(new Date(ms).getUTCDay())
    const busyPolls = polls.filter(({ atMs }) => busy(atMs) && !weekend(atMs)).length / (5 * 8)
    const nightPolls = polls.filter(({ atMs }) => new Date(atMs).getUTCHours() < 7 && !weekend(atMs)).length / (5 * 7)
    const weekendPolls = polls.filter(({ atMs }) => busy(atMs) && weekend(atMs)).length / (2 * 8)
    expect(busyPolls).toBeGreaterThan(4)
    expect(nightPolls).toBeLessThan(busyPolls / 4)
    expect(weekendPolls).toBeLessThan(busyPolls / 2)
  })

  it('is learnt from the first document alone', () => {
    const fresh = Array.from({ length: 60 }, (_, at) => new Date(startMs - at * 20 * minute))
    const [first] = simulate(() => ({ result: { kind: 'read', document: { hints: noHints, shown: 60, fresh } } }), 0.01)
    expect((first?.state.next.atMs ?? 0) - startMs).toBeLessThan(30 * minute)
    const old = fresh.map((at) => new Date(at.getTime() - 400 * day))
    const [quiet] = simulate(
      () => ({ result: { kind: 'read', document: { hints: noHints, shown: 60, fresh: old } } }),
      0.01,
    )
    expect((quiet?.state.next.atMs ?? 0) - startMs).toBeGreaterThan(5 * hour)
  })

  it('is not learnt from a poll that came late', () => {
    const polls = simulate(everyMs(often), 3)
    const { state } = polls.at(-1) ?? {}
    if (!state) throw new Error('no poll')
    const late = simulateFeed({
      fromMs: state.next.atMs + 9 * hour,
      toMs: state.next.atMs + 9 * hour + 1,
      answer: () => ({ result: { kind: 'not-modified' } }),
      state,
    })
    expect(late[0]?.state.rhythm).toEqual(state.rhythm)
  })

  it('is believed to be quicker after a document in which everything was new', () => {
    const quiet = simulate(everyMs(6 * hour), 6)
    const { state } = quiet.at(-1) ?? {}
    if (!state) throw new Error('no poll')
    const at = state.next.atMs
    const fresh = Array.from({ length: 20 }, () => null)
    const [after] = simulateFeed({
      fromMs: at,
      toMs: at + 1,
      state,
      answer: () => ({ result: { kind: 'read', document: { hints: noHints, shown: 20, fresh } } }),
    })
    expect((after?.state.next.atMs ?? 0) - at).toBeLessThanOrEqual((at - (state.readAtMs ?? 0)) / 2 + minute)
  })

  it('keeps what is remembered within two kilobytes', () => {
    const url = `https://news.example/${'a'.repeat(300)}`
    const polls = simulate(
      also(everyMs(often, { ttlMinutes: 7, skipHours: [1], updateEveryMs: hour, updateBase: new Date(startMs) }), {
        movedTo: url,
        freshMs: 1,
      }),
    )
    expect(Math.max(...polls.map(({ state }) => JSON.stringify(state).length))).toBeLessThan(2_048)
  })
})

describe('silence', () => {
  it('of five hours is told of a feed that gives six an hour', () => {
    const fellSilent = startMs + 10 * day
    const polls = simulate(
      (asked) =>
        everyMs(often)({ atMs: Math.min(asked.atMs, fellSilent), sinceMs: Math.min(asked.sinceMs, fellSilent) }),
      11,
    )
    const began = polls.filter(({ verdict }) => verdict.silence === 'began')
    expect(began).toHaveLength(1)
    expect((began[0]?.atMs ?? 0) - fellSilent).toBeLessThan(5 * hour)
    expect(began[0]?.state.silentSinceMs).toBe(fellSilent)
  })

  it('is not told of a feed that is quiet at night, at weekends and between events', () => {
    const events: Answer = (asked) => {
      const answer = everyMs(5 * minute)(asked)
      if (answer.result.kind !== 'read') return answer
      const fresh = answer.result.document.fresh.filter(
        (at) => ((at?.getTime() ?? 0) - startMs) % (40 * hour) < 3 * hour,
      )
      return { result: { kind: 'read', document: { ...answer.result.document, fresh } } }
    }
    expect(simulate(events).filter(({ verdict }) => verdict.silence === 'began')).toEqual([])
  })

  it('ends with the next entry', () => {
    const quiet = (ms: number) => (ms > startMs + 10 * day && ms < startMs + 11 * day ? startMs + 10 * day : ms)
    const polls = simulate(({ atMs, sinceMs }) => everyMs(often)({ atMs: quiet(atMs), sinceMs: quiet(sinceMs) }), 14)
    expect(polls.map(({ verdict }) => verdict.silence).filter((silence) => silence !== null)).toEqual([
      'began',
      'ended',
    ])
  })
})

describe('push', () => {
  it('that misses an entry is not relied upon', () => {
    const polls = simulate(also(everyMs(often), { pushLives: true }), 5)
    const missed = polls.filter(({ verdict }) => verdict.pushMissed)
    expect(missed.length).toBeGreaterThan(10)
    expect(missed.at(-1)?.state.next.rule).not.toBe('push')
  })

  it('that delivers an entry teaches the rhythm, and has the next poll wait for the ceiling', () => {
    const { state } = simulate(everyMs(often), 5).at(-1) ?? {}
    if (!state) throw new Error('no poll')
    const answer = also(everyMs(often), { pushed: true, pushLives: true })
    const [delivered] = simulateFeed({ fromMs: state.next.atMs, toMs: state.next.atMs + 1, answer, state })
    expect(delivered?.verdict.pushMissed).toBe(false)
    expect(delivered?.state.next.rule).toBe('push')
    expect((delivered?.state.next.atMs ?? 0) - state.next.atMs).toBeGreaterThan(5 * hour)
    expect(delivered?.state.rhythm.entries).toBeGreaterThan(state.rhythm.entries - 1)
  })

  it('that delivered, and then leaves an entry to a poll, is not relied upon', () => {
    const { state } = simulate(also(everyMs(often), { pushed: true }), 1).at(-1) ?? {}
    if (!state) throw new Error('no poll')
    const answer = also(everyMs(often), { pushLives: true })
    const [found] = simulateFeed({
      fromMs: state.next.atMs,
      toMs: state.next.atMs + 1,
      answer: (asked) => answer({ ...asked, sinceMs: asked.atMs - hour }),
      state,
    })
    expect(found?.verdict.pushMissed).toBe(true)
    expect(found?.state.next.rule).toBe('rhythm')
  })

  it('that tells everything leaves four polls a day', () => {
    const polls = simulate(() => ({ result: { kind: 'not-modified' }, pushLives: true }))
    expect(polls.some(({ verdict }) => verdict.pushMissed)).toBe(false)
    expect(polls.length).toBeLessThan(30 * 4.4)
  })
})
