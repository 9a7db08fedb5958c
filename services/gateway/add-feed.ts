import type { Feeds } from '@rafid/catalog'
import type { Feed } from '@rafid/contracts'
import { admitUrl } from '@rafid/urls'

/**
 * Adds a feed by its address; it is polled at once.
 *
 * @throws PermanentError `url.*` for an address that nobody may fetch
 */
export async function addFeed(
  feeds: Feeds,
  url: string,
  title: string | null,
): Promise<{ feed: Feed | null; added: boolean }> {
  const admitted = admitUrl(url.trim())
  const { id, added } = await feeds.add({ url: admitted.href, title, siteUrl: null })
  return { feed: await feeds.get(id), added }
}
