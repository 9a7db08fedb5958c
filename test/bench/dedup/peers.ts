import { minHash128 } from './minhash-128.ts'
import { npmMinhash } from './npm-minhash.ts'
import { npmSimhash } from './npm-simhash.ts'
import type { Peer } from './peer.ts'
import { rafid } from './rafid.ts'
import { simHash64 } from './simhash-64.ts'

/** Every method that can be compared, ours first. */
export const peers: readonly Peer[] = [rafid, minHash128, simHash64, npmMinhash, npmSimhash]
