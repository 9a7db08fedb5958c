import { feedsmith } from './feedsmith.ts'
import { nodeFeedparser } from './node-feedparser.ts'
import type { Peer } from './peer.ts'
import { rafid } from './rafid.ts'
import { rowan } from './rowan.ts'
import { rssParser } from './rss-parser.ts'

/** Every reader that can be compared, ours first. */
export const peers: readonly Peer[] = [rafid, feedsmith, rssParser, nodeFeedparser, rowan]
