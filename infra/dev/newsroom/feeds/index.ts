import type { FeedFormat } from '../publishers.ts'
import { atomFeed } from './atom.ts'
import type { Channel } from './channel.ts'
import { jsonFeed } from './json-feed.ts'
import { rdfFeed } from './rdf.ts'
import { rssFeed } from './rss.ts'

type Writer = { mediaType: string; write: (channel: Channel) => string }

/** How each format is written and labelled. */
export const feedWriters: Record<FeedFormat, Writer> = {
  rss: { mediaType: 'application/rss+xml', write: rssFeed },
  atom: { mediaType: 'application/atom+xml', write: atomFeed },
  rdf: { mediaType: 'application/rdf+xml', write: rdfFeed },
  json: { mediaType: 'application/feed+json', write: jsonFeed },
}
