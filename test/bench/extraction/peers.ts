import { defuddle } from './defuddle.ts'
import { extractus } from './extractus.ts'
import type { Peer } from './peer.ts'
import { rafid } from './rafid.ts'
import { readabilityJsdom } from './readability-jsdom.ts'
import { readabilityLinkedom } from './readability-linkedom.ts'

/** Every extractor that can be compared, ours first. */
export const peers: readonly Peer[] = [rafid, readabilityLinkedom, readabilityJsdom, defuddle, extractus]
