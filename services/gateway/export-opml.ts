import type { Feeds } from '@rafid/catalog'
import { formatOpml } from '@rafid/feeds'

/** A list of feeds that is sent to us is no larger, in bytes; one of twenty thousand feeds is not. */
export const opmlBytesMax = 5_000_000

/** No list holds more feeds. */
const feedsMax = 100_000

/** Browsers save it as a file. */
export const opmlHeaders = {
  'content-type': 'text/x-opml; charset=utf-8',
  'content-disposition': 'attachment; filename="rafid-feeds.opml"',
} as const

/** All feeds as OPML, for other readers and for another Rafid. */
export async function exportOpml(feeds: Pick<Feeds, 'list'>): Promise<string> {
  const all = await feeds.list(feedsMax)
  return formatOpml(
    'Rafid',
    all.map(({ url, title, siteUrl }) => ({ url, title, siteUrl, category: null })),
  )
}
