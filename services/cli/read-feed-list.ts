import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { ConfigError } from '@rafid/errors'
import { parseFeed, parseFeedList } from '@rafid/feeds'
import type { FeedList } from '@rafid/feeds'
import { createHttpClient, usable } from '@rafid/http'

/** A larger list is not one that a person keeps, in bytes. */
const listBytesMax = 50_000_000

/**
 * Reads a list of feeds: OPML, or addresses one a line. The address of a feed itself is a list of one.
 *
 * @param source a file, a URL, or `-` for standard input
 * @throws ConfigError that says why it cannot be read
 */
export async function readFeedList(
  source: string,
  options: { proxy: string | null; userAgent: string },
): Promise<FeedList> {
  const text = isUrl(source) ? await download(source, options) : await read(source)
  if (text.length > listBytesMax) throw new ConfigError([`${source} is too large for a list of feeds.`])
  try {
    return isUrl(source) && isFeed(text, source) ? listOfOne(source) : parseFeedList(text)
  } catch (error) {
    throw new ConfigError([`${source} is not a list of feeds (${reason(error)}): give OPML, or one address a line.`])
  }
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

function isFeed(text: string, source: string): boolean {
  try {
    parseFeed(text, { url: source })
    return true
  } catch {
    // Then it is a list, or nothing we know; the list's reader says what is wrong.
    return false
  }
}

function listOfOne(source: string): FeedList {
  return { title: null, feeds: [{ url: source, title: null, siteUrl: null, category: null }], problems: [] }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')
  } catch (error) {
    throw new ConfigError([`The feed list ${path} cannot be read (${reason(error)}): check the path.`])
  }
}

/** The operator named this address, so it may be a private one; nothing it redirects to may. */
async function download(
  source: string,
  { proxy, userAgent }: { proxy: string | null; userAgent: string },
): Promise<string> {
  try {
    const { hostname, port, protocol } = new URL(source)
    const allow = [{ host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) }]
    const local = isIP(hostname) !== 0 || hostname === 'localhost'
    const http = createHttpClient({ userAgent, allow, proxy: local ? null : proxy })
    try {
      return new TextDecoder().decode(usable(await http.get(source)).body)
    } finally {
      await http.close()
    }
  } catch (error) {
    throw new ConfigError([`The feed list ${source} cannot be fetched (${reason(error)}).`])
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
