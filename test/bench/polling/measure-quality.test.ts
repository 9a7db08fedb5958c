import { expect, it } from 'vitest'
import { measureQuality } from './measure-quality.ts'

it('finds entries sooner, with fewer polls, than the rules beside it', () => {
  const { rafid, aimd, 'miniflux-entry-frequency': miniflux } = measureQuality({ days: 14, seed: 11 })
  if (!rafid || !aimd || !miniflux) throw new Error('a policy is missing')
  for (const peer of [aimd, miniflux]) {
    expect(rafid.pollsPerDay).toBeLessThan(peer.pollsPerDay)
    expect(rafid.hitShare).toBeGreaterThan(peer.hitShare)
    expect(rafid.delayMinutes.mean).toBeLessThan(peer.delayMinutes.mean)
    expect(rafid.delayMinutes.p90).toBeLessThan(peer.delayMinutes.p90)
  }
})

it('is the same in every run, and another one for another seed', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => measureQuality({ days: 1, seed }))
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
})
