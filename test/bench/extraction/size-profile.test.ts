import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizeProfile } from './size-profile.ts'

const cost = (id: string, bytes: number, cpuMs: number) => ({ id, bytes, cpuMs })

describe('sizeProfile', () => {
  it('sorts pages by size and weighs their cost by it', () => {
    const { bins } = sizeProfile([cost('a', 20_000, 1), cost('b', 40_000, 2), cost('c', 900_000, 30)])
    expect(bins[0]).toEqual({ fromKb: 0, belowKb: 50, pages: 2, meanMs: 1.5, msPer100Kb: 5 })
    expect(bins[1]).toEqual({ fromKb: 50, belowKb: 100, pages: 0, meanMs: 0, msPer100Kb: 0 })
    expect(bins[5]).toMatchObject({ fromKb: 800, belowKb: null, pages: 1, meanMs: 30 })
    expect(bins[5]?.msPer100Kb).toBeCloseTo(30 / 9)
  })

  it('counts a page on a border with the larger ones', () => {
    expect(sizeProfile([cost('a', 50_000, 1)]).bins.map((bin) => bin.pages)).toEqual([0, 1, 0, 0, 0, 0])
  })

  it('names the page that cost most', () => {
    const profile = sizeProfile([cost('quick', 10, 1), cost('slow', 10, 9), cost('usual', 10, 2)])
    expect(profile).toMatchObject({ p50Ms: 2, p95Ms: 9, worst: { id: 'slow', ms: 9 } })
  })

  it('has a profile of no pages', () => {
    expect(sizeProfile([])).toMatchObject({ p50Ms: 0, p95Ms: 0, worst: null })
  })

  it('puts every page into exactly one bin', () => {
    const costs = fc.array(fc.record({ id: fc.string(), bytes: fc.nat(3_000_000), cpuMs: fc.nat(1000) }))
    fc.assert(
      fc.property(costs, (list) => {
        const { bins } = sizeProfile(list)
        expect(bins.reduce((sum, bin) => sum + bin.pages, 0)).toBe(list.length)
      }),
    )
  })
})
