import { Minhash } from 'minhash'
import { placeByBands } from './lsh.ts'
import type { Peer } from './peer.ts'
import { shingles } from './shingles.ts'

/** The npm package `minhash`, 128 permutations over word 3-grams, its own bands of 4. */
export const npmMinhash: Peer = {
  name: 'npm-minhash',
  place: (docs, step) => placeByBands(docs, { sign, bandRows: 4, threshold: 0.5 }, step),
}

function sign(text: string): number[] {
  const signature = new Minhash({ numPerm: 128, seed: 1 })
  for (const shingle of new Set(shingles(text))) signature.update(shingle)
  return signature.hashvalues
}
