import { expect, it } from 'vitest'
import { afterPoll } from './after-poll.ts'
import { asksConditionally } from './asks-conditionally.ts'
import { newPollingState } from './polling-state.ts'
import { day, everyMs, hour, limits, minute, noHints, simulateFeed, startMs } from './simulated-feed.ts'

it('asks for the whole document again after a week, and every week', () => {
  let fulls = 0
  let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  for (let ms = startMs; ms < startMs + 30 * day; ms = state.next.atMs) {
    const full = !asksConditionally(state, new Date(ms))
    fulls += full ? 1 : 0
    state = afterPoll(state, { at: new Date(ms), result: { kind: 'not-modified' }, full }, { random: 0, limits }).state
  }
  expect(fulls).toBe(4)
})

it('finds out a publisher who says «not modified» although there is news, within hours', () => {
  const lively = simulateFeed({ fromMs: startMs, toMs: startMs + 8 * day, answer: everyMs(10 * minute) })
  let { state } = lively.at(-1) ?? {}
  if (!state) throw new Error('no poll')
  const lies = state.next.atMs
  let ms = lies
  while (asksConditionally(state, new Date(ms))) {
    state = afterPoll(state, { at: new Date(ms), result: { kind: 'not-modified' } }, { random: 0.5, limits }).state
    ms = state.next.atMs
  }
  expect(ms - lies).toBeLessThan(8 * hour)
  const document = { hints: noHints, shown: 40, fresh: [new Date(ms)] }
  const poll = { at: new Date(ms), result: { kind: 'read', document }, full: true, lied: true } as const
  const nothingNew = { ...poll, result: { kind: 'read', document: { ...document, fresh: [] } } } as const
  const harmless = afterPoll(state, nothingNew, { random: 0.5, limits }).state
  expect(asksConditionally(harmless, new Date(ms + minute))).toBe(true)
  const found = afterPoll(state, poll, { random: 0.5, limits }).state
  expect(asksConditionally(found, new Date(ms + minute))).toBe(false)
  expect(asksConditionally(found, new Date(ms + 60 * day))).toBe(false)
})
