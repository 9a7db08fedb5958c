import { placeByBands } from './lsh.ts'
import type { Peer } from './peer.ts'
import { hash32, mix32, shingles } from './shingles.ts'

const permutations = 128
const seeds = Uint32Array.from({ length: permutations }, (_, index) => mix32(Math.imul(index + 1, 0x9e37_79b9)))

/** MinHash of 128 permutations over word 3-grams, 32 bands of 4, copies from resemblance 0.5 on: datasketch's shape. */
export const minHash128: Peer = {
  name: 'minhash-128',
  place: (docs, step) => placeByBands(docs, { sign, bandRows: 4, threshold: 0.5 }, step),
}

function sign(text: string): Uint32Array {
  const signature = new Uint32Array(permutations).fill(0xff_ff_ff_ff)
  for (const shingle of new Set(shingles(text))) {
    const hash = hash32(shingle)
    for (let index = 0; index < permutations; index += 1) {
      const value = mix32(hash ^ (seeds[index] ?? 0))
      if (value < (signature[index] ?? 0)) signature[index] = value
    }
  }
  return signature
}
