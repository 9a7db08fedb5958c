import { enterFeed, type OperateFeedDeps } from '@rafid/catalog'
import type { Feed } from '@rafid/contracts'
import type { Discovery } from '@rafid/discovery'
import { CodedError } from '@rafid/errors'
import { admitUrl } from '@rafid/urls'

export type AddFeedDeps = OperateFeedDeps & {
  /** Finds the feeds of a site; null where nothing may be fetched, and an address is taken as it is. */
  readonly discover: ((address: string) => Promise<Discovery>) | null
}

export type AddedFeed = {
  readonly feed: Feed | null
  readonly added: boolean
  /** What lies at the address; null when it could not be had. */
  readonly found: Discovery | null
  /** The code of why it could not be had; the feed is added all the same, and polled until it can. */
  readonly problem: string | null
}

/**
 * Adds a feed by its address, or by that of a site that has one; it is polled at once.
 *
 * @throws PermanentError `url.*` for an address that nobody may fetch, `feed.none_found` for a site without a feed
 */
export async function addFeed(
  { home, feeds, discover }: AddFeedDeps,
  { url, title, by }: { readonly url: string; readonly title: string | null; readonly by: 'page' | 'api' },
): Promise<AddedFeed> {
  const { found, problem } = discover === null ? nothing : await look(discover, url)
  const best = found?.feeds[0]
  // A feed keeps the address that the person knows; where it leads is for the polls to learn.
  const isItself = best === undefined || found?.how === 'feed'
  const address = isItself ? admitUrl(url.trim()).href : best.url
  const wanted = { url: address, title: title ?? best?.title ?? null, siteUrl: best?.siteUrl ?? null }
  const { id, added } = await enterFeed({ home, feeds }, wanted, by)
  return { feed: await feeds.get(id), added, found, problem }
}

const nothing = { found: null, problem: null }

async function look(
  discover: (address: string) => Promise<Discovery>,
  url: string,
): Promise<Pick<AddedFeed, 'found' | 'problem'>> {
  try {
    return { found: await discover(url), problem: null }
  } catch (error) {
    if (!(error instanceof CodedError) || /^(?:url\.|feed\.)/.test(error.code)) throw error
    return { found: null, problem: error.code }
  }
}
