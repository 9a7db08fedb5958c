import { Comparator, SimHash } from 'simhash-js'
import { words } from '@rafid/text'
import { Clusters } from './clusters.ts'
import { placedOf } from './lsh.ts'
import type { Doc, Peer, Placed } from './peer.ts'

/** Of 32 bits. */
const distanceMax = 3

/** The npm package `simhash-js` as it comes, every article compared with those of the last while. */
export const npmSimhash: Peer = {
  name: 'npm-simhash-js',
  place(docs: readonly Doc[], step: () => void): Placed[] {
    const clusters = new Clusters()
    const simhash = new SimHash()
    const hashes: number[] = []
    for (const { body } of docs) {
      const hash = simhash.hash(words(body).join(' '))
      const own = clusters.add()
      const near = hashes.findIndex(
        (other) => Comparator.hammingDistance(hash.toString(16), other.toString(16)) <= distanceMax,
      )
      if (near >= 0) clusters.join(own, near)
      hashes.push(hash)
      step()
    }
    return placedOf(docs, clusters)
  },
}
