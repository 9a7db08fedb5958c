import { setImmediate as tick } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { LiveState } from './live-state.ts'
import type { Told } from './live-state.ts'

/** Followers that note what they are told, and a state that counts how often it was read. */
function follow(count: number) {
  let reads = 0
  const failures: unknown[] = []
  const read = async (): Promise<number> => {
    reads += 1
    if (reads === 2 || reads === 3) throw new Error('the store is away')
    return reads
  }
  const live = new LiveState(read, (error) => failures.push(error))
  const stop = new AbortController()
  const told: Told<number>[][] = Array.from({ length: count }, () => [])
  const ends = told.map(async (heard) => {
    for await (const one of live.follow(stop.signal)) heard.push(one)
  })
  return { live, told, failures, reads: () => reads, end: () => (stop.abort(), Promise.all(ends)) }
}

it('reads once for all who follow, tells them when it cannot, and goes on', async () => {
  const { live, told, failures, reads, end } = follow(20)
  expect(live.followers).toBe(20)
  for (let look = 0; look < 4; look += 1) {
    await live.look()
    await tick()
  }
  expect(reads()).toBe(4)
  expect(failures).toHaveLength(1)
  for (const heard of told) {
    expect(heard).toEqual([
      { kind: 'state', state: 1 },
      { kind: 'lost' },
      { kind: 'lost' },
      { kind: 'state', state: 4 },
    ])
  }
  await end()
  expect(live.followers).toBe(0)
})

it('does not look twice at the same time', async () => {
  const { live, reads, end } = follow(1)
  await Promise.all([live.look(), live.look()])
  expect(reads()).toBe(1)
  await end()
})
