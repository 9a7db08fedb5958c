import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SearchRequest } from '../article-index.ts'
import { sampleId } from '../sample-article.ts'
import { decodePlace, encodePlace, shownMax } from './search-cursor.ts'
import type { SearchPlace } from './search-cursor.ts'

const request: SearchRequest = {
  query: { kind: 'words', words: ['harbour'] },
  order: 'newest',
  collapse: 'copies',
  limit: 10,
  now: new Date(0),
}

const place: fc.Arbitrary<SearchPlace> = fc.record({
  now: fc.integer({ min: 0, max: 4e12 }),
  wanted: fc.constantFrom('all', 'enough', 'any'),
  total: fc.nat(),
  totalIsExact: fc.boolean(),
  last: fc.option(fc.record({ sortAt: fc.integer({ min: -1e12, max: 4e12 }), id: fc.nat().map(sampleId) })),
  shown: fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }), { maxLength: 50 }),
})

it('gives back the place it was made of, in signs that an address may have', () => {
  fc.assert(
    fc.property(place, (one) => {
      const cursor = encodePlace(request, one)
      expect(cursor).toMatch(/^[\w.-]+$/)
      expect(decodePlace(request, cursor)).toEqual(one)
    }),
  )
})

it('is short enough for an address, however much was shown', () => {
  const shown = Array.from({ length: shownMax }, (_, at) => at)
  const cursor = encodePlace(request, { now: 1, wanted: 'all', total: 1, totalIsExact: true, last: null, shown })
  expect(cursor.length).toBeLessThan(7_000)
})

it('belongs to one search only', () => {
  const cursor = encodePlace(request, { now: 1, wanted: 'all', total: 1, totalIsExact: true, last: null, shown: [] })
  for (const other of [{ order: 'relevance' }, { collapse: 'none' }, { query: { kind: 'all' } }] as const) {
    expect(() => decodePlace({ ...request, ...other }, cursor)).toThrow(
      expect.objectContaining({ code: 'cursor.invalid' }),
    )
  }
})

it('is refused when it is none', () => {
  const whole = encodePlace(request, {
    now: 1,
    wanted: 'any',
    total: 1,
    totalIsExact: false,
    last: null,
    shown: [1, 2],
  })
  const changed = fc
    .tuple(fc.nat(whole.length), fc.string())
    .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1))
  fc.assert(
    fc.property(fc.oneof(fc.string(), changed), (cursor) => {
      try {
        decodePlace(request, cursor)
      } catch (error) {
        expect(error).toMatchObject({ code: 'cursor.invalid' })
      }
    }),
  )
})
