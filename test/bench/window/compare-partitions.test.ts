import { expect, it } from 'vitest'
import { rootsOf, sameClusters } from './compare-partitions.ts'

const decided = (duplicateOf: string | null, moves: { from: string; to: string }[] = []) => ({ duplicateOf, moves })

it('follows clusters that moved', () => {
  const roots = rootsOf(
    new Map([
      ['a', decided(null)],
      ['b', decided(null)],
      ['c', decided('b')],
      ['d', decided('a', [{ from: 'b', to: 'a' }])],
    ]),
  )
  expect([...roots.values()]).toEqual(['a', 'a', 'a', 'a'])
})

it('counts the articles whose cluster is the same, whatever its name', () => {
  const one = new Map(Object.entries({ a: 'a', b: 'a', c: 'c' }))
  expect(sameClusters(one, new Map(Object.entries({ a: 'b', b: 'b', c: 'c' })))).toBe(1)
  expect(sameClusters(one, new Map(Object.entries({ a: 'a', b: 'b', c: 'c' })))).toBeCloseTo(1 / 3)
})
