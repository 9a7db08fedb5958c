import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import { hasPart, withoutPart, withPart, writeQuery } from './write-query.ts'

const now = new Date('2026-03-10T15:30:00Z')
const parse = (typed: string): Query => parseQuery(typed, { now }).query

describe('a written query', () => {
  it('is read as the same one in a time zone', () => {
    const options = { now, timeZone: 'America/New_York' }
    for (const typed of ['on:2026-03-08', 'after:yesterday before:6h', 'on:2025-11']) {
      const { query } = parseQuery(typed, options)
      expect(parseQuery(writeQuery(query, options.timeZone), options).query).toEqual(query)
    }
    expect(writeQuery(parseQuery('after:2026-01-31', options).query, options.timeZone)).toBe('after:2026-01-31')
  })

  it.each([
    ['كوريا  الشمالية', 'كوريا الشمالية'],
    ['«مجلس الأمن» OR (a b)', '"مجلس الأمن" OR a b'],
    ['(a OR b) c "x"', '(a OR b) c "x"'],
    ['مصدر:«وكالة المرفأ» lang:arabic', 'source:"وكالة المرفأ" lang:ar'],
    ['on:2026-01', 'after:2026-01-01 before:2026-02-01'],
    ['-(on:2026-01) -(a b)', '-(after:2026-01-01 before:2026-02-01) -(a b)'],
    ['a AND b "p" AND c', 'a AND b "p" AND c'],
  ])('%s is %s', (typed, written) => expect(writeQuery(parse(typed))).toBe(written))
})

describe('a part of a query', () => {
  const source: Query = { kind: 'field', field: 'source', value: 'Quay Gazette' }

  it('is added once and taken away again', () => {
    const query = parse('harbour OR ferry')
    const narrowed = withPart(query, source)
    expect(writeQuery(narrowed)).toBe('(harbour OR ferry) source:"Quay Gazette"')
    expect(withPart(narrowed, source)).toEqual(narrowed)
    expect([hasPart(query, source), hasPart(narrowed, source)]).toEqual([false, true])
    expect(withoutPart(narrowed, source)).toEqual(query)
    expect(withoutPart(source, source)).toEqual({ kind: 'all' })
  })

  it('with any value survives the way through a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const query = parse(writeQuery(withPart(parse('a'), { kind: 'field', field: 'source', value: `x${value}` })))
        expect(query).toMatchObject({ kind: 'and', parts: [{ kind: 'words' }, { kind: 'field', field: 'source' }] })
      }),
    )
  })
})
