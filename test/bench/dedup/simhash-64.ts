import { Clusters } from './clusters.ts'
import { placedOf } from './lsh.ts'
import type { Doc, Peer, Placed } from './peer.ts'
import { hash32, mix32, shingles } from './shingles.ts'

const bits = 64
/** Bits in which two copies may differ. */
const distanceMax = 10

/** SimHash of 64 bits over word 3-grams, every article compared with all before it. */
export const simHash64: Peer = {
  name: 'simhash-64',
  place(docs: readonly Doc[], step: () => void): Placed[] {
    const clusters = new Clusters()
    const [high, low] = [new Uint32Array(docs.length), new Uint32Array(docs.length)]
    for (const [at, { body }] of docs.entries()) {
      const [one, two] = sign(body)
      clusters.add()
      let best = { at: -1, distance: distanceMax + 1 }
      for (let other = 0; other < at; other += 1) {
        const distance = ones(one ^ (high[other] ?? 0)) + ones(two ^ (low[other] ?? 0))
        if (distance < best.distance) best = { at: other, distance }
      }
      if (best.at >= 0) clusters.join(at, best.at)
      high[at] = one
      low[at] = two
      step()
    }
    return placedOf(docs, clusters)
  },
}

function sign(text: string): [number, number] {
  const weights = new Int32Array(bits)
  for (const shingle of shingles(text)) {
    const one = hash32(shingle)
    const two = mix32(one ^ 0x5bd1_e995)
    for (let bit = 0; bit < 32; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + ((one >>> bit) & 1 ? 1 : -1)
      weights[32 + bit] = (weights[32 + bit] ?? 0) + ((two >>> bit) & 1 ? 1 : -1)
    }
  }
  return [packed(weights.subarray(0, 32)), packed(weights.subarray(32))]
}

function packed(weights: Int32Array): number {
  return weights.reduce((word, weight, bit) => (weight > 0 ? word | (1 << bit) : word), 0) >>> 0
}

/** Source: H. S. Warren, "Hacker's Delight", 5-1. */
function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555)
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
