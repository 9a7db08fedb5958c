import { decodeBytes } from '@rafid/encoding'

import { feedLimits } from './feed-limits.ts'
import { parseFeed } from './parse-feed.ts'
import type { ParsedFeed } from './parsed-feed.ts'

/**
 * Reads a feed as it came: the bytes are decoded first, whatever they claim to be.
 *
 * @param bytes of the document, of which the first 16 MB are read
 * @param options.url where it came from in the end: relative URLs start from it
 * @param options.contentType the header as received
 * @param options.fetchedAt dates over a day after it are mistakes and left out; without it all are believed
 * @returns the feed, and the encoding it was read in
 * @throws PermanentError as `parseFeed` does
 */
export function readFeed(
  bytes: Uint8Array,
  options: { url: string; contentType?: string | null; fetchedAt?: Date },
): { feed: ParsedFeed; charset: string } {
  const { contentType = null } = options
  const { text, charset } = decodeBytes(bytes.subarray(0, feedLimits.bytesMax), { contentType, kind: 'xml' })
  return { feed: parseFeed(text, options), charset }
}
