import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type EntryMemory, formatMemory, judgeEntry, parseMemory, rememberEntry } from './entry-memory.ts'

const start = 1_700_000_000
const minute = 60
const fresh = rememberEntry([], 'a', 'new', start)

describe('judgeEntry', () => {
  it('knows an entry by any of its identities', () => {
    expect(judgeEntry([], 'a', start)).toBe('new')
    expect(judgeEntry([fresh], 'a', start)).toBe('known')
    expect(judgeEntry([{ ...fresh, fingerprint: 'old' }, fresh], 'a', start)).toBe('known')
  })

  it('hands the first edit on at once', () => {
    expect(judgeEntry([fresh], 'b', start + 1)).toBe('edited')
  })

  it('holds an entry that is edited at every poll, at a pace that doubles, and loses no last word', () => {
    let memory: EntryMemory = fresh
    const handed: number[] = []
    for (let poll = 1; poll <= 200; poll++) {
      const now = start + poll * 10 * minute
      const judgement = judgeEntry([memory], `text ${poll}`, now)
      if (judgement === 'edited') handed.push(poll)
      memory = rememberEntry([memory], `text ${poll}`, judgement, now)
    }
    expect(handed).toEqual([1, 2, 4, 8, 16, 32, 64, 128])
    expect(judgeEntry([memory], 'text 200', start + 200 * 86_400)).toBe('edited')
  })

  it('believes in calm again after a while', () => {
    const edited = { fingerprint: 'b', seenAt: start, handedAt: start, edits: 3 }
    const later = start + 30 * 86_400
    expect(rememberEntry([edited], 'c', 'edited', later)).toMatchObject({ edits: 1, handedAt: later })
  })

  it('hands nothing on again after an upgrade that changed what a fingerprint is', () => {
    const earlier = parseMemory('AbCdEf1234567890 1700000000')
    expect(judgeEntry([earlier], 'a', start)).toBe('known')
    expect(rememberEntry([earlier], 'a', 'known', start)).toMatchObject({ fingerprint: 'a' })
  })
})

it('reads back what it writes, and something of anything', () => {
  const memory = fc.record({
    fingerprint: fc.stringMatching(/^[\w-]{1,16}$/),
    seenAt: fc.nat(),
    handedAt: fc.nat(),
    edits: fc.nat(),
  })
  fc.assert(
    fc.property(memory, (each) => {
      expect(parseMemory(formatMemory(each))).toEqual(each)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => Number.isFinite(parseMemory(text).seenAt)))
})
