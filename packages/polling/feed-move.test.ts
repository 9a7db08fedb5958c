import { describe, expect, it } from 'vitest'
import { afterPoll } from './after-poll.ts'
import type { Poll } from './after-poll.ts'
import { permanentTarget } from './feed-move.ts'
import { newPollingState } from './polling-state.ts'
import { noHints } from './simulated-feed.ts'

const hour = 3_600_000
const movedTo = 'https://new.example/feed'
const read = (shown: number, fresh: number): Poll['result'] => ({
  kind: 'read',
  document: { hints: noHints, shown, fresh: Array.from({ length: fresh }, () => null) },
})

/** Polls every `hours`, each with the next answer; the addresses that were adopted, with the number of the poll. */
function adoptions(answers: readonly Omit<Poll, 'at'>[], hours = 12): [number, string][] {
  let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  return answers.flatMap((answer, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * hours * hour)
    const after = afterPoll(state, { at, ...answer }, { random: 0, limits: { minMs: 1000, maxMs: 6 * hour } })
    state = after.state
    return after.verdict.adopt === null ? [] : [[index + 1, after.verdict.adopt] as [number, string]]
  })
}
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

describe('a permanent redirect', () => {
  const moved = { result: read(10, 1), movedTo }

  it('is believed after several polls over two days', () => {
    expect(adoptions(times(4, moved))).toEqual([])
    expect(adoptions(times(5, moved))).toEqual([[5, movedTo]])
    expect(adoptions(times(3, moved), 30)).toEqual([])
    expect(adoptions(times(4, moved), 30)).toEqual([[4, movedTo]])
    expect(adoptions(times(40, moved), 1)).toEqual([])
  })

  it('counts when nothing was new or modified, but not alone', () => {
    expect(adoptions([moved, ...times(4, { result: { kind: 'not-modified' as const }, movedTo })])).toEqual([
      [5, movedTo],
    ])
    expect(adoptions(times(9, { result: { kind: 'not-modified' as const }, movedTo }))).toEqual([])
  })

  it('to a feed without an entry that we know is not believed, nor one to an empty document', () => {
    expect(adoptions(times(9, { result: read(10, 10), movedTo }))).toEqual([])
    expect(adoptions(times(9, { result: read(0, 0), movedTo }))).toEqual([])
  })

  it('to a maintenance page is not believed, and does not disturb', () => {
    const page = { result: { kind: 'failed', failure: 'content' } as const, movedTo }
    expect(adoptions(times(9, page))).toEqual([])
    expect(adoptions([moved, page, moved, page, moved, moved])).toEqual([[6, movedTo]])
  })

  it('that changes or goes away begins anew', () => {
    const elsewhere = { ...moved, movedTo: 'https://else.example/' }
    expect(adoptions([...times(3, moved), elsewhere, ...times(4, moved)])).toEqual([])
    expect(adoptions([...times(4, moved), { result: read(10, 1) }, ...times(4, moved)])).toEqual([])
  })
})

it('leads somewhere for good only when every hop is permanent', () => {
  const hop = (status: number, url = 'https://a.example/') => ({ status, url })
  expect(permanentTarget([])).toBeNull()
  expect(permanentTarget([hop(301), hop(308, 'https://b.example/')])).toBe('https://b.example/')
  for (const status of [302, 303, 307]) expect(permanentTarget([hop(301), hop(status)])).toBeNull()
})
