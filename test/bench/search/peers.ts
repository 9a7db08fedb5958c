import { miniSearch } from './mini-search.ts'
import type { Peer } from './peer.ts'
import { plainFts5 } from './plain-fts5.ts'
import { rafid } from './rafid.ts'

/** Every engine that can be compared, ours first. */
export const peers: readonly Peer[] = [rafid, plainFts5, miniSearch]
