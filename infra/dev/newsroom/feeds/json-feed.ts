import { markup } from '../markup.ts'
import type { Channel, FeedEntry } from './channel.ts'
import { summaryOf } from './channel.ts'

/** JSON Feed 1.1 with the full text of each article. */
export function jsonFeed(channel: Channel): string {
  const { publisher } = channel
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher.name,
    description: publisher.tagline,
    home_page_url: channel.homeUrl,
    feed_url: channel.feedUrl,
    language: publisher.lang,
    items: channel.entries.map(item),
  }
  return JSON.stringify(feed, null, 1)
}

function item({ article, url, imageUrl }: FeedEntry): object {
  return {
    id: `${article.publisher.id}-${article.number}`,
    url,
    title: article.title,
    summary: summaryOf(article),
    content_html: article.paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`.markup).join('\n'),
    image: imageUrl,
    date_published: article.publishedAt.toISOString(),
    date_modified: article.modifiedAt.toISOString(),
    authors: [{ name: article.byline }],
    tags: article.tags,
  }
}
