import type { OutgoingEntry, OutgoingFeed } from './outgoing-feed.ts'

/**
 * Writes a feed as JSON Feed 1.1.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeed({ title, selfUrl, pageUrl, entries }: OutgoingFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: selfUrl,
    items: entries.map(item),
  })
}

function item(entry: OutgoingEntry): object {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_text: entry.summary,
    date_published: entry.published.toISOString(),
    date_modified: entry.updated.toISOString(),
    authors: [{ name: entry.author }],
    ...(entry.keywords.length > 0 && { tags: entry.keywords }),
    ...(entry.lang !== null && { language: entry.lang }),
    ...(entry.image !== null && { image: entry.image }),
  }
}
